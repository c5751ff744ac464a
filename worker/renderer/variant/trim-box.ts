import type { Box } from '../geometry.ts';
import { exactInkBox } from '../ink.ts';
import type { Raster } from '../raster.ts';

/** How much a channel has to differ from that of the edge to be seen: what JPEG leaves of a flat colour is below. */
const LEAST_DIFFERENCE = 10;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * The smallest box that holds what differs from the edges in any frame, where the colour of the edges is that of the
 * top left pixel of the first; undefined when all is transparent. What has one colour all over has no edges.
 * @param within the part of the rasters that is looked at
 */
export function trimBox(rasters: readonly Raster[], within: Box): Box | undefined {
  const [first] = rasters;
  if (!first) return undefined;
  const edge = colourAt(first, within.x, within.y);
  const [x, y, right, bottom] = [within.x, within.y, within.x + within.width, within.y + within.height];
  const isInRow = (row: number) => rasters.some((raster) => differsInRow(raster, edge, row, x, right));
  let top = y;
  while (top < bottom && !isInRow(top)) top++;
  if (top === bottom) return isSeen(edge) ? within : undefined;
  let last = bottom - 1;
  while (!isInRow(last)) last--;
  const isInColumn = (column: number) => rasters.some((raster) => differsInColumn(raster, edge, column, top, last + 1));
  let left = x;
  while (!isInColumn(left)) left++;
  let end = right - 1;
  while (!isInColumn(end)) end--;
  return { x: left, y: top, width: end - left + 1, height: last - top + 1 };
}

/** The box of what differs from an edge of a colour, to a fraction of a pixel; undefined when nothing does. */
export function exactTrimBox(raster: Raster, edge: Colour): Box | undefined {
  const data = Buffer.alloc(raster.data.length);
  for (let at = 0; at < data.length; at += 4) data[at + 3] = differenceAt(raster, at, edge);
  return exactInkBox({ ...raster, data });
}

/** The colour of a pixel. */
export function colourAt({ data, width }: Raster, x: number, y: number): Colour {
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** Whether a colour is more than a haze. */
export function isSeen([, , , alpha]: Colour): boolean {
  return alpha >= LEAST_DIFFERENCE;
}

function differsInRow(raster: Raster, edge: Colour, y: number, from: number, to: number): boolean {
  for (let x = from; x < to; x++) if (differs(raster, x, y, edge)) return true;
  return false;
}

function differsInColumn(raster: Raster, edge: Colour, x: number, from: number, to: number): boolean {
  for (let y = from; y < to; y++) if (differs(raster, x, y, edge)) return true;
  return false;
}

function differs(raster: Raster, x: number, y: number, edge: Colour): boolean {
  return differenceAt(raster, (y * raster.width + x) * 4, edge) >= LEAST_DIFFERENCE;
}

/** The largest difference in a channel; where both are transparent there is none to be seen. */
function differenceAt({ data }: Raster, at: number, [red, green, blue, alpha]: Colour): number {
  const own = data[at + 3] ?? 0;
  const transparency = Math.abs(own - alpha);
  if (alpha < LEAST_DIFFERENCE) return transparency;
  return Math.max(
    transparency,
    Math.abs((data[at] ?? 0) - red),
    Math.abs((data[at + 1] ?? 0) - green),
    Math.abs((data[at + 2] ?? 0) - blue),
  );
}
