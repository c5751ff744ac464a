import { type Box, boxOfSpans } from './geometry.ts';
import type { Raster } from './raster.ts';

/**
 * The least alpha that counts as ink. Below 3 % a pixel cannot be seen, and exporters and resamplers leave
 * such a haze around artwork, which would make every ink box too large.
 */
const INK_ALPHA = 8;

/** The columns of the first and the last ink pixel of a row, or undefined when there is none. */
function inkSpan({ data, width }: Raster, y: number): [number, number] | undefined {
  // Of the alphas of the row, in bytes.
  const start = y * width * 4 + 3;
  const end = start + width * 4;
  let first = start;
  while (first < end && (data[first] ?? 0) < INK_ALPHA) first += 4;
  if (first === end) return undefined;
  let last = end - 4;
  while ((data[last] ?? 0) < INK_ALPHA) last -= 4;
  return [(first - start) / 4, (last - start) / 4];
}

/** The smallest box that holds all ink, in pixels; undefined when the raster shows nothing. */
export function inkBox(raster: Raster): Box | undefined {
  return boxOfSpans(raster.height, (y) => inkSpan(raster, y));
}

/** The distance, in pixels, from the centre of a box to the outer corner of the farthest ink pixel. */
export function inkReach(raster: Raster, { x, y, width, height }: Box): number {
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  let reach = 0;
  for (let row = 0; row < raster.height; row++) {
    const span = inkSpan(raster, row);
    if (!span) continue;
    const dx = Math.max(Math.abs(span[0] - centreX), Math.abs(span[1] + 1 - centreX));
    const dy = Math.max(Math.abs(row - centreY), Math.abs(row + 1 - centreY));
    reach = Math.max(reach, Math.hypot(dx, dy));
  }
  return reach;
}

/**
 * The ink box to a fraction of a pixel: a line at its border that has half the alpha of the line inside it is
 * taken to be half covered. That is exact for straight edges, which a whole pixel more would leave blurred in
 * everything drawn from the box.
 */
export function exactInkBox(raster: Raster): Box | undefined {
  const box = inkBox(raster);
  if (!box) return undefined;
  const [lastX, lastY] = [box.x + box.width - 1, box.y + box.height - 1];
  const column = (x: number) => strongestAlpha(raster, { ...box, x, width: 1 });
  const row = (y: number) => strongestAlpha(raster, { ...box, y, height: 1 });
  const uncovered = (outer: number, inner: number) => (inner > outer ? 1 - outer / inner : 0);
  const left = box.x + uncovered(column(box.x), column(Math.min(box.x + 1, lastX)));
  const top = box.y + uncovered(row(box.y), row(Math.min(box.y + 1, lastY)));
  const right = lastX + 1 - uncovered(column(lastX), column(Math.max(lastX - 1, box.x)));
  const bottom = lastY + 1 - uncovered(row(lastY), row(Math.max(lastY - 1, box.y)));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function strongestAlpha(raster: Raster, { x, y, width, height }: Box): number {
  let strongest = 0;
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      strongest = Math.max(strongest, raster.data[(row * raster.width + column) * 4 + 3] ?? 0);
    }
  }
  return strongest;
}
