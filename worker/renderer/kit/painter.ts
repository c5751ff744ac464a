import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import type { Artwork } from '../artwork.ts';
import type { LogoColours } from '../colour/logo-colours.ts';
import { containScale, type Size } from '../geometry.ts';
import { flatten, type Raster } from '../raster.ts';
import { isFiltered } from '../svg/filtered.ts';
import { type Arts, artsOf } from './arts.ts';
import type { Drawing } from './catalogue/kit-file.ts';
import { isLarge } from './large.ts';
import { remembering } from './remembering.ts';
import { fitSafeZone } from './safe-zone.ts';
import { scaledFromOne } from './scaled-from-one.ts';
import { onTile } from './tile.ts';

/** A picture before it is encoded. */
export interface Painted {
  /** What is in its middle, on its ground if it has one. */
  raster: Raster;
  /** The size of the picture. */
  canvas: Size;
  /** What is around the raster and behind it, `#rrggbb`; transparent, unless told. */
  ground?: string | undefined;
  /** The distance from the centre to the farthest ink, as a share of the width; only of what fits a safe zone. */
  reach?: number;
}

/** Paints the pictures of a kit. */
export interface Painter extends Pick<Arts, 'darkSvg'> {
  paint(drawing: Drawing): Promise<Painted>;
}

/**
 * A painter of a logo in the colours of a recipe. Equal drawings are made once.
 * @param colours those of the logo, if it shows anything
 */
export function painterOf(artwork: Artwork, colours: LogoColours | undefined, recipe: KitRecipe): Painter {
  const arts = artsOf(artwork, colours, recipe);
  const onGround = remembering(artwork.draw);
  const isSlow = artwork.vector !== undefined && isFiltered(artwork.vector.svg.svg.toString());
  const whole = remembering(isSlow ? scaledFromOne(artwork.whole) : artwork.whole.draw);

  async function paint(drawing: Drawing): Promise<Painted> {
    const { art, trimmed, within } = drawing;
    const canvas: Size = { width: drawing.width, height: drawing.height };
    const ground = colourOf(drawing.ground);
    if (typeof within === 'string') {
      const draw = (size: Size, scale: number) => arts.draw('logo', size, scale);
      const { scale, reach } = await fitSafeZone(within, canvas.width, artwork.reach, draw);
      return { ...laid(await arts.draw(art, canvas, scale)), reach };
    }
    const subject = trimmed ? artwork.ink : artwork.whole.size;
    const scale = containScale(subject, within);
    const middle = middleOf(canvas, subject, scale, trimmed);
    if (drawing.ground === 'tile') {
      return { raster: await onTile(await arts.draw(art, canvas, scale), recipe.background), canvas };
    }
    if (art === 'logo' && ground !== undefined && isLarge(middle)) {
      return { raster: await (trimmed ? onGround : whole)(middle, scale, ground), canvas, ground };
    }
    return laid(trimmed ? await arts.draw(art, middle, scale) : await whole(middle, scale));

    function laid(raster: Raster): Painted {
      return { raster: ground === undefined ? raster : flatten(raster, ground), canvas, ground };
    }
  }

  function colourOf(ground: Drawing['ground']): string | undefined {
    if (ground === 'black') return '#000000';
    return ground === 'background' || ground === 'darkBackground' ? recipe[ground] : undefined;
  }

  return { paint, darkSvg: arts.darkSvg };
}

/**
 * The part of a canvas that a subject is drawn in: its margins to the edges are equal and whole pixels, so that nothing
 * moves. What fades out beyond the box of the ink is to have its place.
 */
function middleOf(canvas: Size, subject: Size, scale: number, trimmed: boolean): Size {
  if (!isLarge(canvas)) return canvas;
  const slack = trimmed ? 4 + 0.02 * Math.max(subject.width, subject.height) * scale : 0;
  const side = (whole: number, part: number) => {
    const needed = Math.ceil(part * scale - 1e-6 + slack);
    return Math.min(whole, needed + ((whole - needed) % 2 === 0 ? 0 : 1));
  };
  return { width: side(canvas.width, subject.width), height: side(canvas.height, subject.height) };
}
