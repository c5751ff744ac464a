import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import type { Artwork, Draw } from '../artwork.ts';
import { containScale, type Size } from '../geometry.ts';
import { inkReach } from '../ink.ts';
import { flatten, type Raster, silhouette } from '../raster.ts';
import { darkRaster } from '../recolour/dark.ts';
import type { Drawing } from './catalogue/kit-file.ts';
import { grey } from './grey.ts';
import { onTile } from './tile.ts';

/** A picture before it is encoded. */
export interface Painted {
  /** What is in its middle, on its ground if it has one. */
  raster: Raster;
  /** The size of the picture. */
  canvas: Size;
  /** What is around the raster and behind it, `#rrggbb`; transparent, unless told. */
  ground?: string;
  /** The distance from the centre to the farthest ink, as a share of the width; only of what fits a safe zone. */
  reach?: number;
}

/** Where the farthest ink is to lie, in shares of the width: inside the safe zone, and no smaller than needed. */
const SAFE_ZONES = {
  /** A circle with a radius of 0.40 (Web Application Manifest § "Icon masks and safe zone"). */
  maskable: { least: 0.382, aim: 0.39, most: 0.398 },
  /** A circle of 66 of 108 dp (Android, Adaptive icons). */
  adaptive: { least: 0.29, aim: 0.297, most: 0.304 },
} as const;
const MOST_DRAWINGS = 4;

/**
 * Of larger pictures only the middle is drawn, and if that is larger too, on its ground at once. What is smaller is laid
 * on its ground later, so that pictures with another ground can share the drawing.
 */
const SMALL_PIXELS = 512 * 512;
/** What is remembered of drawings, for those that follow: the startup images of a screen share one. */
const REMEMBERED_BYTES = 16 * 1024 * 1024;

/** Paints the pictures of a kit. */
export type Paint = (drawing: Drawing) => Promise<Painted>;

/** A painter of a logo in the colours of a recipe. Equal drawings are made once. */
export function painterOf(artwork: Artwork, recipe: KitRecipe): Paint {
  const drawTrimmed = remembering(artwork.draw);
  const drawWhole = remembering(artwork.whole.draw);

  return async (drawing) => {
    const { art, trimmed, within } = drawing;
    const canvas: Size = { width: drawing.width, height: drawing.height };
    const subject = trimmed ? artwork.ink : artwork.whole.size;
    const draw = trimmed ? drawTrimmed : drawWhole;
    const ground = colourOf(drawing.ground);
    if (typeof within === 'string') {
      const { raster, reach } = await inSafeZone(canvas, SAFE_ZONES[within], artwork.reach, draw);
      return { ...laid(coloured(raster, art)), reach };
    }
    const scale = containScale(subject, within);
    const middle = middleOf(canvas, subject, scale, trimmed);
    if (drawing.ground === 'tile') {
      return { raster: await onTile(await draw(canvas, scale), recipe.background), canvas };
    }
    if (art === 'logo' && ground !== undefined && isLarge(middle)) {
      return { raster: await draw(middle, scale, ground), canvas, ground };
    }
    return laid(coloured(await draw(middle, scale), art));

    function laid(raster: Raster): Painted {
      return ground === undefined ? { raster, canvas } : { raster: flatten(raster, ground), canvas, ground };
    }
  };

  function coloured(raster: Raster, art: Drawing['art']): Raster {
    if (art === 'logo') return raster;
    if (art === 'shape') return silhouette(raster, '#000000');
    const background = art === 'dark' ? recipe.darkBackground : '#000000';
    const dark = darkRaster(raster, { background, contrast: DARK_CONTRAST });
    return art === 'dark' ? dark : grey(dark);
  }

  function colourOf(ground: Drawing['ground']): string | undefined {
    if (ground === 'black') return '#000000';
    return ground === 'background' || ground === 'darkBackground' ? recipe[ground] : undefined;
  }
}

/** The least contrast of dark variants with their ground: that of text (WCAG 2.2, 1.4.3). */
export const DARK_CONTRAST = 4.5;

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

function isLarge({ width, height }: Size): boolean {
  return width * height > SMALL_PIXELS;
}

/** Measures each drawing: blur by resampling moves the visible edge of coarse pixels, which no formula foresees. */
async function inSafeZone(
  canvas: Size,
  zone: { least: number; aim: number; most: number },
  inkReachInUnits: number,
  draw: Draw,
): Promise<{ raster: Raster; reach: number }> {
  let scale = (zone.aim * canvas.width) / inkReachInUnits;
  for (let drawings = 1; ; drawings++) {
    const raster = await draw(canvas, scale);
    const reach = inkReach(raster, { x: 0, y: 0, ...canvas }) / canvas.width;
    if ((reach >= zone.least && reach <= zone.most) || drawings === MOST_DRAWINGS) return { raster, reach };
    scale *= zone.aim / Math.max(reach, 1 / canvas.width);
  }
}

/** A draw that gives what it drew last once more. What it gives is not to be written to. */
function remembering(draw: Draw): Draw {
  const drawn = new Map<string, Raster>();
  return async (canvas, scale, ground) => {
    const key = [canvas.width, canvas.height, scale, ground].join();
    const known = drawn.get(key);
    if (known) return known;
    // Room is made first, so that it can be taken by what is drawn.
    let bytes = canvas.width * canvas.height * 4;
    for (const { data } of drawn.values()) bytes += data.length;
    for (const [oldest, { data }] of drawn) {
      if (bytes <= REMEMBERED_BYTES) break;
      drawn.delete(oldest);
      bytes -= data.length;
    }
    const raster = await draw(canvas, scale, ground);
    drawn.set(key, raster);
    return raster;
  };
}
