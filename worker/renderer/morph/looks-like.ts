import type { Raster } from '../raster.ts';

/** A channel that differs by more than this, of 255, is another colour and not another rounding of a soft edge. */
const MOST_DIFFERENCE = 40;

/** The share of pixels that may differ: a dot of three pixels in a picture of 512 by 512. */
const MOST_PIXELS = 12e-6;

/** Whether two rasters of one size look the same where they are seen. */
export function looksLike(a: Raster, b: Raster): boolean {
  let other = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const [alpha, beta] = [a.data[at + 3] ?? 0, b.data[at + 3] ?? 0];
    let most = Math.abs(alpha - beta);
    for (let channel = at; channel < at + 3; channel++) {
      most = Math.max(most, Math.abs((a.data[channel] ?? 0) * alpha - (b.data[channel] ?? 0) * beta) / 255);
    }
    if (most > MOST_DIFFERENCE) other++;
  }
  return other <= Math.max(2, a.width * a.height * MOST_PIXELS);
}
