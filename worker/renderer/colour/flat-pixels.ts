import type { Raster } from '../raster.ts';

/**
 * Below this alpha a pixel says little of its colour: eight bits of a premultiplied channel are then too few, and it
 * may be any mixture at a soft edge.
 */
export const SOLID_ALPHA = 64;
/** How far flat colour varies from a pixel to the next: rounding, and what is left of the noise of JPEG. */
const TOLERANCE = 4;

/**
 * Is told of each pixel of a flat area by its index and colour: one that differs from none of its four neighbours. What
 * mixes two colours at the edge between them is not flat, while at the edge to nothing the colour is unmixed.
 */
export function eachFlatPixel(raster: Raster, visit: (pixel: number, rgb: number) => void): void {
  const { data, width, height } = raster;
  const isAlike = (at: number, other: number) =>
    (data[other + 3] ?? 0) < SOLID_ALPHA ||
    (Math.abs((data[at] ?? 0) - (data[other] ?? 0)) <= TOLERANCE &&
      Math.abs((data[at + 1] ?? 0) - (data[other + 1] ?? 0)) <= TOLERANCE &&
      Math.abs((data[at + 2] ?? 0) - (data[other + 2] ?? 0)) <= TOLERANCE);
  const row = width * 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * row + x * 4;
      if ((data[at + 3] ?? 0) < SOLID_ALPHA) continue;
      const isFlat =
        (x === 0 || isAlike(at, at - 4)) &&
        (x === width - 1 || isAlike(at, at + 4)) &&
        (y === 0 || isAlike(at, at - row)) &&
        (y === height - 1 || isAlike(at, at + row));
      if (isFlat) visit(at >> 2, rgbAt(data, at));
    }
  }
}

/** The colour of a pixel by its offset in bytes. */
export function rgbAt(data: Buffer, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}
