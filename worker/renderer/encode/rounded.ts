import type { Raster } from '../raster.ts';

/**
 * The raster with each channel rounded to a multiple of `step` away from that of the ground, which so stays as it is.
 * Opaque stays opaque, and transparent transparent.
 * @param ground `#rrggbb`; black, unless told
 */
export function rounded(raster: Raster, step: number, ground = '#000000'): Raster {
  const [redOfGround = 0, greenOfGround = 0, blueOfGround = 0] = Buffer.from(ground.slice(1), 'hex');
  const red = roundingTable(step, redOfGround);
  const green = roundingTable(step, greenOfGround);
  const blue = roundingTable(step, blueOfGround);
  const alpha = roundingTable(step, 0);
  [alpha[0], alpha[255]] = [0, 255];
  const data = Buffer.alloc(raster.data.length);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = red[raster.data[at] ?? 0] ?? 0;
    data[at + 1] = green[raster.data[at + 1] ?? 0] ?? 0;
    data[at + 2] = blue[raster.data[at + 2] ?? 0] ?? 0;
    data[at + 3] = alpha[raster.data[at + 3] ?? 0] ?? 0;
  }
  return { ...raster, data };
}

function roundingTable(step: number, anchor: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => anchor + Math.round((value - anchor) / step) * step);
}
