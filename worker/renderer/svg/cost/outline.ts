import svgpath from 'svgpath';
import { boundsOf } from '../../geometry.ts';

/** What an outline is made of, with each curve taken as the lines between its control points. */
export interface Outline {
  /** Of each line the two ends, x and y: the outline is inside them, as a curve is inside its control points. */
  lines: number[];
  /** Places where a marker may be drawn. */
  vertices: number;
  /** In the outline's own units, and not less than it is. */
  length: number;
  /** The longer side of the box around it, in the same units. */
  extent: number;
}

/** The outline of path data. Subpaths are closed, because filling closes them. */
export function outlineOf(data: string): Outline {
  const lines: number[] = [];
  let [x, y, startX, startY, vertices] = [0, 0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    lines.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  svgpath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment) => {
      vertices++;
      const [command, ...values] = segment;
      const [first = 0] = values;
      if (command === 'H') return lineTo(first, y);
      if (command === 'V') return lineTo(x, first);
      if (command === 'Z' || command === 'M') lineTo(startX, startY);
      if (command === 'M') [x, y] = [startX, startY] = [first, values[1] ?? 0];
      else for (let at = 0; at + 1 < values.length; at += 2) lineTo(values[at] ?? 0, values[at + 1] ?? 0);
    });
  lineTo(startX, startY);
  return { lines, vertices, length: lengthOf(lines), extent: extentOf(lines) };
}

function lengthOf(lines: readonly number[]): number {
  let length = 0;
  for (let at = 0; at < lines.length; at += 4) {
    length += Math.hypot((lines[at + 2] ?? 0) - (lines[at] ?? 0), (lines[at + 3] ?? 0) - (lines[at + 1] ?? 0));
  }
  return length;
}

function extentOf(lines: readonly number[]): number {
  const { width, height } = boundsOf(lines);
  return Math.max(width, height);
}

/** Half a turn in steps: a line that rows of pixels cross can lie in any direction, once it is transformed. */
const DIRECTIONS = [0, 1, 2, 3].map(
  (step) => [Math.cos((step * Math.PI) / 4), Math.sin((step * Math.PI) / 4)] as const,
);

/**
 * The most lines of an outline that one straight line crosses, over some directions. Filling takes time for each
 * line that a row of pixels crosses, whatever its scale and wherever the rest of the outline is.
 * @param padding how far the ink goes beyond the lines: half of the width of a stroke
 */
export function crossingsOf({ lines }: Outline, padding: number): number {
  return Math.max(...DIRECTIONS.map(([across, along]) => mostOverlaps(lines, across, along, padding)));
}

function mostOverlaps(lines: readonly number[], across: number, along: number, padding: number): number {
  const count = lines.length / 4;
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  for (let line = 0; line < count; line++) {
    const at = line * 4;
    const from = (lines[at] ?? 0) * across + (lines[at + 1] ?? 0) * along;
    const to = (lines[at + 2] ?? 0) * across + (lines[at + 3] ?? 0) * along;
    starts[line] = Math.min(from, to) - padding;
    ends[line] = Math.max(from, to) + padding;
  }
  starts.sort();
  ends.sort();
  let [most, ended] = [0, 0];
  for (let started = 0; started < count; started++) {
    while ((ends[ended] ?? 0) <= (starts[started] ?? 0) && ended < started) ended++;
    most = Math.max(most, started + 1 - ended);
  }
  return most;
}
