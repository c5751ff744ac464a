import type { Raster } from '../raster.ts';

/**
 * Below this alpha a pixel says little of its colour: eight bits of a premultiplied channel are then too few, and it
 * may be any mixture at a soft edge.
 */
export const SOLID_ALPHA = 64;

/** What `markRow` tells of a pixel: not solid, solid but at an edge or in noise, in a flat area. */
export const MARK = { none: 0, edge: 1, flat: 2 } as const;

/**
 * Marks the pixels of a row, see `MARK`. A solid pixel is in a flat area if it differs from none of its four neighbours
 * by more than a tolerance (in steps of 255 of a channel). What mixes two colours at the edge between them is not flat,
 * while at the edge to nothing a colour is not mixed.
 * @param pixels the `words` of the raster
 */
export function markRow(raster: Raster, pixels: Uint32Array, y: number, tolerance: number, marks: Uint8Array): void {
  const { data, width, height } = raster;
  for (let x = 0, at = y * width; x < width; x++, at++) {
    if ((data[at * 4 + 3] ?? 0) < SOLID_ALPHA) {
      marks[x] = MARK.none;
      continue;
    }
    const isFlat =
      (x === 0 || isAlike(data, pixels, at, at - 1, tolerance)) &&
      (x === width - 1 || isAlike(data, pixels, at, at + 1, tolerance)) &&
      (y === 0 || isAlike(data, pixels, at, at - width, tolerance)) &&
      (y === height - 1 || isAlike(data, pixels, at, at + width, tolerance));
    marks[x] = isFlat ? MARK.flat : MARK.edge;
  }
}

/** The colour of a pixel by its offset in bytes. */
export function rgbAt(data: Buffer, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function isAlike(data: Buffer, pixels: Uint32Array, pixel: number, other: number, tolerance: number): boolean {
  if (pixels[pixel] === pixels[other]) return true;
  const at = pixel * 4;
  const beside = other * 4;
  return (
    (data[beside + 3] ?? 0) < SOLID_ALPHA ||
    (Math.abs((data[at] ?? 0) - (data[beside] ?? 0)) <= tolerance &&
      Math.abs((data[at + 1] ?? 0) - (data[beside + 1] ?? 0)) <= tolerance &&
      Math.abs((data[at + 2] ?? 0) - (data[beside + 2] ?? 0)) <= tolerance)
  );
}
