import type { Box } from './geometry.ts';
import type { Raster } from './raster.ts';

/**
 * The least alpha that counts as ink. Below 3 % a pixel cannot be seen, and exporters and resamplers leave
 * such a haze around artwork, which would make every ink box too large.
 */
const INK_ALPHA = 8;

/** The columns of the first and the last ink pixel of a row, or undefined when there is none. */
function inkSpan({ data, width }: Raster, y: number): [number, number] | undefined {
  const alpha = (x: number) => data[(y * width + x) * 4 + 3] ?? 0;
  let first = 0;
  while (first < width && alpha(first) < INK_ALPHA) first++;
  if (first === width) return undefined;
  let last = width - 1;
  while (alpha(last) < INK_ALPHA) last--;
  return [first, last];
}

/** The smallest box that holds all ink, in pixels; undefined when the raster shows nothing. */
export function inkBox(raster: Raster): Box | undefined {
  let [left, right, top, bottom] = [raster.width, -1, -1, -1];
  for (let y = 0; y < raster.height; y++) {
    const span = inkSpan(raster, y);
    if (!span) continue;
    left = Math.min(left, span[0]);
    right = Math.max(right, span[1]);
    if (top === -1) top = y;
    bottom = y;
  }
  if (top === -1) return undefined;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The distance, in pixels, from the centre of the raster to the outer corner of its farthest ink pixel. */
export function inkReach(raster: Raster): number {
  const [centreX, centreY] = [raster.width / 2, raster.height / 2];
  let reach = 0;
  for (let y = 0; y < raster.height; y++) {
    const span = inkSpan(raster, y);
    if (!span) continue;
    const dx = Math.max(Math.abs(span[0] - centreX), Math.abs(span[1] + 1 - centreX));
    const dy = Math.max(Math.abs(y - centreY), Math.abs(y + 1 - centreY));
    reach = Math.max(reach, Math.hypot(dx, dy));
  }
  return reach;
}
