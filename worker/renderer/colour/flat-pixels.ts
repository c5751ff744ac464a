import type { Raster } from '../raster.ts';

/**
 * Below this alpha a pixel says little of its colour: eight bits of a premultiplied channel are then too few, and it
 * may be any mixture at a soft edge.
 */
export const SOLID_ALPHA = 64;
/** How far flat colour varies from a pixel to the next: rounding, and what is left of the noise of JPEG. */
const TOLERANCE = 4;

/**
 * Whether a solid pixel is in a flat area: it differs from none of its four neighbours. What mixes two colours at the
 * edge between them is not flat, while at the edge to nothing a colour is not mixed.
 */
export function isFlatPixel({ data, width, height }: Raster, x: number, y: number): boolean {
  const row = width * 4;
  const at = y * row + x * 4;
  return (
    (x === 0 || isAlike(data, at, at - 4)) &&
    (x === width - 1 || isAlike(data, at, at + 4)) &&
    (y === 0 || isAlike(data, at, at - row)) &&
    (y === height - 1 || isAlike(data, at, at + row))
  );
}

/** The colour of a pixel by its offset in bytes. */
export function rgbAt(data: Buffer, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function isAlike(data: Buffer, at: number, other: number): boolean {
  return (
    (data[other + 3] ?? 0) < SOLID_ALPHA ||
    (Math.abs((data[at] ?? 0) - (data[other] ?? 0)) <= TOLERANCE &&
      Math.abs((data[at + 1] ?? 0) - (data[other + 1] ?? 0)) <= TOLERANCE &&
      Math.abs((data[at + 2] ?? 0) - (data[other + 2] ?? 0)) <= TOLERANCE)
  );
}
