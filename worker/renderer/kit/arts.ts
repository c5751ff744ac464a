import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import type { Artwork } from '../artwork.ts';
import { type LogoColours, logoColours } from '../colour/logo-colours.ts';
import type { Size } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import { darkRaster, darkSvg } from '../recolour/dark.ts';
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

/** The colours of an SVG are looked for once, in what was drawn of it to find its ink. */
export function artsOf(artwork: Artwork, { darkBackground }: KitRecipe): Arts {
  const { vector } = artwork;
  const draw = remembering(artwork.draw);
  let found: LogoColours | undefined;
  const coloursOf = (look: Raster) => {
    found ??= logoColours(look);
    return found;
  };
  let drawShape: Promise<Artwork['draw']> | undefined;
  const shapeOf = async ({ svg, look, drawOf }: NonNullable<Artwork['vector']>) =>
    remembering(drawOf(await monochromeSvg(svg, SHAPE_COLOUR, coloursOf(look))));

  return {
    async draw(art, canvas, scale) {
      if (art === 'shape' && vector) {
        drawShape ??= shapeOf(vector);
        return (await drawShape)(canvas, scale);
      }
      const raster = await draw(canvas, scale);
      if (art === 'logo') return raster;
      if (art === 'shape') return monochromeRaster(raster, SHAPE_COLOUR);
      const background = art === 'dark' ? darkBackground : BLACK;
      const dark = darkRaster(raster, { background, contrast: DARK_CONTRAST });
      return art === 'dark' ? dark : grey(dark);
    },
    darkSvg: (svg) =>
      darkSvg(svg, { background: darkBackground, contrast: DARK_CONTRAST }, vector && coloursOf(vector.look)),
  };
}
