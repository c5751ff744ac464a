import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import type { Artwork } from '../artwork.ts';
import type { LogoColours } from '../colour/logo-colours.ts';
import type { Size } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import { darkRaster, darkSvg } from '../recolour/dark.ts';
import { inkCoverage } from '../recolour/ink-coverage.ts';
import { monochromeRaster, monochromeSvg } from '../recolour/monochrome.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import type { Drawing } from './catalogue/kit-file.ts';
import { grey } from './grey.ts';
import { remembering } from './remembering.ts';

/** The least contrast of dark variants with their ground: that of text (WCAG 2.2, 1.4.3). */
const DARK_CONTRAST = 4.5;
const SHAPE_COLOUR = '#000000';
const BLACK = '#000000';

/** The logo of a kit in each of the colourings that its pictures want. */
export interface Arts {
  /** Draws the trimmed logo in the middle of a canvas, `scale` pixels a unit. */
  draw(art: Drawing['art'], canvas: Size, scale: number): Promise<Raster>;
  /** The dark variant of an SVG. */
  darkSvg(svg: SanitisedSvg): Promise<SanitisedSvg>;
}

/** @param colours those of the logo, if it shows anything */
export function artsOf(
  { vector, draw: drawInk }: Artwork,
  colours: LogoColours | undefined,
  { darkBackground }: KitRecipe,
): Arts {
  const draw = remembering(drawInk);
  let drawShape: Promise<Artwork['draw']> | undefined;
  const shapeOf = async ({ svg, drawOf }: NonNullable<Artwork['vector']>) =>
    remembering(drawOf(await monochromeSvg(svg, SHAPE_COLOUR, colours)));
  const drawDark = new Map<string, Promise<Artwork['draw']>>();
  // An SVG at its source, where shadows, and a dark scheme of its own, can be told.
  const darkOf = async ({ svg, drawOf }: NonNullable<Artwork['vector']>, background: string) =>
    remembering(drawOf(await darkSvg(svg, { background, contrast: DARK_CONTRAST }, colours)));
  const hasTones = colours !== undefined && inkCoverage(colours) !== undefined;

  return {
    async draw(art, canvas, scale) {
      // Without tones the shape is the alpha of what is drawn anyway.
      if (art === 'shape' && vector && hasTones) {
        drawShape ??= shapeOf(vector);
        return (await drawShape)(canvas, scale);
      }
      if (art === 'logo') return draw(canvas, scale);
      if (art === 'shape') return monochromeRaster(await draw(canvas, scale), SHAPE_COLOUR, colours);
      const dark = await drawnDark(art === 'dark' ? darkBackground : BLACK, canvas, scale);
      return art === 'dark' ? dark : grey(dark);
    },
    darkSvg: async (svg) => darkSvg(svg, { background: darkBackground, contrast: DARK_CONTRAST }, colours),
  };

  async function drawnDark(background: string, canvas: Size, scale: number): Promise<Raster> {
    if (!vector) return darkRaster(await draw(canvas, scale), { background, contrast: DARK_CONTRAST }, colours);
    const drawing = drawDark.get(background) ?? darkOf(vector, background);
    drawDark.set(background, drawing);
    return (await drawing)(canvas, scale);
  }
}
