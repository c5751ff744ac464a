import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { contrastRatio } from '../colour/contrast.ts';
import { rgbAt, SOLID_ALPHA } from '../colour/flat-pixels.ts';
import type { LogoColours } from '../colour/logo-colours.ts';
import { roundedPlateOf } from '../colour/rounded-plate.ts';
import { hexOf, WHITE } from '../colour/srgb.ts';
import type { Raster } from '../raster.ts';

/** The contrast from which on ink can just be told from what is behind it. */
const LEAST_CONTRAST = 1.25;
/** A logo with a smaller share of such ink is one for dark grounds. */
const LEAST_SHARE = 0.1;

/** What is behind the logo of a kit, `#rrggbb`, and what to tell of it when it was chosen for a reason. */
interface ChosenGround {
  background: string;
  because?: string;
}

/**
 * The ground of a kit. `auto` is the colour of a plate that the logo has, so that it goes on to the edges of pictures, also
 * where its corners are round; else white, or the dark ground of what cannot be seen on white.
 */
export function groundOf(
  { background, darkBackground }: KitRecipe,
  look: Raster,
  colours: LogoColours | undefined,
): ChosenGround {
  if (background !== 'auto') return { background };
  const white = hexOf(WHITE);
  const index = colours && (colours.plate ?? roundedPlateOf(look, colours));
  const plate = index === undefined ? undefined : colours?.flats[index];
  const ofPlate = plate && hexOf(plate.rgb);
  if (ofPlate === white) return { background: white };
  if (ofPlate !== undefined) return { background: ofPlate, because: 'it fills the box around the logo' };
  if (shareSeenOnWhite(look) >= LEAST_SHARE) return { background: white };
  return { background: darkBackground, because: 'the logo cannot be seen on white' };
}

function shareSeenOnWhite({ data }: Raster): number {
  let ink = 0;
  let seen = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < SOLID_ALPHA) continue;
    ink++;
    if (contrastRatio(rgbAt(data, at), WHITE) >= LEAST_CONTRAST) seen++;
  }
  // What is all haze is seen as little on any ground.
  return ink === 0 ? 1 : seen / ink;
}
