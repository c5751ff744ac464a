import type { Raster } from '../raster.ts';

/**
 * Below this alpha a pixel says little of its colour: eight bits of a premultiplied channel are then too few, and it
 * may be any mixture at a soft edge.
 */
export const SOLID_ALPHA = 64;
/**
 * Whether a solid pixel is in a flat area: it differs from none of its four neighbours by more than a tolerance (in
 * steps of 255 of a channel). What mixes two colours at the edge between them is not flat, while at the edge to nothing
 * a colour is not mixed.
 */
export function isFlatPixel({ data, width, height }: Raster, x: number, y: number, tolerance: number): boolean {
  const row = width * 4;
  const at = y * row + x * 4;
  return (
    (x === 0 || isAlike(data, at, at - 4, tolerance)) &&
    (x === width - 1 || isAlike(data, at, at + 4, tolerance)) &&
    (y === 0 || isAlike(data, at, at - row, tolerance)) &&
    (y === height - 1 || isAlike(data, at, at + row, tolerance))
  );
}

/** The colour of a pixel by its offset in bytes. */
export function rgbAt(data: Buffer, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function isAlike(data: Buffer, at: number, other: number, tolerance: number): boolean {
  return (
    (data[other + 3] ?? 0) < SOLID_ALPHA ||
    (Math.abs((data[at] ?? 0) - (data[other] ?? 0)) <= tolerance &&
      Math.abs((data[at + 1] ?? 0) - (data[other + 1] ?? 0)) <= tolerance &&
      Math.abs((data[at + 2] ?? 0) - (data[other + 2] ?? 0)) <= tolerance)
  );
}
