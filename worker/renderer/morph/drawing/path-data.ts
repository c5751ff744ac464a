import type { Track } from '../align/align.ts';
import { lineCurve } from '../contour.ts';
import { type AnimatedAttribute, round } from './animated-element.ts';

/** Decimals of a coordinate in pixels: a hundredth cannot be seen. */
const DECIMALS = 2;

/** The `d` of a path that tracks go along together. Its commands are the same at each moment, so that it can be animated. */
export function movingPathData(tracks: readonly Track[]): AnimatedAttribute {
  const kinds = tracks.map(({ from, to }) =>
    straightCurves(from).map((straight, i) => straight && straightCurves(to)[i] === true),
  );
  const at = (t: number) => tracks.map((track, i) => trackAt(track, kinds[i] ?? [], t)).join('');
  return { name: 'd', at, course: 'even' };
}

function trackAt({ from, to, closed }: Track, straight: readonly boolean[], t: number): string {
  const value = (at: number) => round((from[at] ?? 0) + ((to[at] ?? 0) - (from[at] ?? 0)) * t, DECIMALS);
  const pair = (at: number) => `${value(at)} ${value(at + 1)}`;
  let data = `M${pair(0)}`;
  for (let at = 2, curve = 0; at < from.length; at += 6, curve++) {
    data += straight[curve] ? `L${pair(at + 4)}` : `C${pair(at)} ${pair(at + 2)} ${pair(at + 4)}`;
  }
  return closed ? `${data}Z` : data;
}

/** Which curves are lines at an even speed: only such stay lines between two moments. */
function straightCurves(points: readonly number[]): boolean[] {
  const straight: boolean[] = [];
  for (let at = 0; at + 8 <= points.length; at += 6) {
    const [x = 0, y = 0, , , , , toX = 0, toY = 0] = points.slice(at, at + 8);
    const line = lineCurve(x, y, toX, toY);
    straight.push(line.every((value, i) => Math.abs(value - (points[at + 2 + i] ?? 0)) < 1e-4));
  }
  return straight;
}
