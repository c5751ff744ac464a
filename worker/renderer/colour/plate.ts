import type { Box } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import { edgePixels, type Raster } from '../raster.ts';
import { rgbAt } from './flat-pixels.ts';
import type { Rgb } from './srgb.ts';

/** The share of the pixels along the edges that a plate fills; the rest is what touches the edge or noise. */
export const PLATE_EDGE = 0.7;
export const OPAQUE_ALPHA = 250;
/** So many pixels of an edge may be soft, of pictures that are smaller and larger. */
const SOFT_EDGE = { small: 1, large: 2, largeFrom: 128 };

/**
 * The index of the flat colour that a plate behind all else has: that of all corners and most of the edges of the box
 * around all ink. A single colour is no plate but the logo.
 * @param labels for each pixel, 1 + the index of its flat colour, or 0
 */
export function plateOf(raster: Raster, labels: Uint8Array, nearest: (rgb: Rgb) => number): number | undefined {
  const box = innerInkBox(raster);
  // By what is nearest and not by labels, because close to ink JPEG leaves nothing flat.
  const colourOf = (pixel: number) => nearest(rgbAt(raster.data, pixel * 4));
  const [plate, ...corners] = cornersOf(box).map(([x, y]) => colourOf(y * raster.width + x));
  if (plate === undefined || corners.some((corner) => corner !== plate)) return undefined;
  let [edge, filled] = [0, 0];
  for (const pixel of edgePixels(box, raster.width)) {
    if ((raster.data[pixel * 4 + 3] ?? 0) < OPAQUE_ALPHA) return undefined;
    edge++;
    if (colourOf(pixel) === plate) filled++;
  }
  if (filled < edge * PLATE_EDGE) return undefined;
  return labels.some((label) => label !== 0 && label !== plate + 1) ? plate : undefined;
}

/** The box around all ink, but for what may be the soft edge of it. */
export function innerInkBox(raster: Raster): Box {
  const { x, y, width, height } = inkBox(raster) ?? { x: 0, y: 0, ...raster };
  const side = Math.min(width, height);
  const soft = side < SOFT_EDGE.largeFrom ? SOFT_EDGE.small : SOFT_EDGE.large;
  const inset = Math.min(soft, Math.floor((side - 1) / 2));
  return { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset };
}

function cornersOf({ x, y, width, height }: Box): [x: number, y: number][] {
  return [y, y + height - 1].flatMap((row): [number, number][] => [
    [x, row],
    [x + width - 1, row],
  ]);
}
