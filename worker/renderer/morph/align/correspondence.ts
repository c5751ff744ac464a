import { boundsOf } from '../contour.ts';
import { type Outline, pointAt } from './outline.ts';

/** At how many places outlines are compared. */
export const SAMPLES = 96;

/** How much the direction of an outline counts, next to its place in units of half its box. */
const DIRECTION_WEIGHT = 0.35;

/** What it costs to pass a sample of one outline more than of the other. */
const STRETCH_COST = 0.02;

/** An outline as it is compared: places from -1 to 1 in its box, and directions, at even distances. */
interface Samples {
  places: [number, number][];
  directions: [number, number][];
}

/** How places of an outline go with those of another: shares of their lengths, which rise together from 0 to 1. */
export interface Correspondence {
  from: number[];
  to: number[];
}

export function sample(outline: Outline): Samples {
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => pointAt(outline, i / SAMPLES));
  const box = boundsOf(points.flat());
  // What is as thin as a line is not blown up to a square.
  const least = Math.max(box.width, box.height) / 8 || 1;
  const [halfWidth, halfHeight] = [Math.max(box.width, least) / 2, Math.max(box.height, least) / 2];
  const places = points.map(([x, y]): [number, number] => [
    (x - box.x - box.width / 2) / halfWidth,
    (y - box.y - box.height / 2) / halfHeight,
  ]);
  const at = (i: number) => {
    const index = outline.closed ? (i + SAMPLES) % SAMPLES : Math.min(SAMPLES, Math.max(0, i));
    return places[index] ?? [0, 0];
  };
  const directions = places.map((_, i): [number, number] => {
    const [[x, y], [toX, toY]] = [at(i - 1), at(i + 1)];
    const length = Math.hypot(toX - x, toY - y) || 1;
    return [(toX - x) / length, (toY - y) / length];
  });
  return { places, directions };
}

function distance(a: Samples, i: number, b: Samples, j: number): number {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [a.places[i], b.places[j]];
  const [[au = 0, av = 0] = [], [bu = 0, bv = 0] = []] = [a.directions[i], b.directions[j]];
  return (ax - bx) ** 2 + (ay - by) ** 2 + DIRECTION_WEIGHT * (1 - au * bu - av * bv);
}

/** The share of the length of a closed outline at which it should start to become another best, and what that costs. */
export function bestStart(from: Samples, to: Samples): { share: number; cost: number } {
  let best = { share: 0, cost: Infinity };
  for (let shift = 0; shift < SAMPLES; shift++) {
    let cost = 0;
    for (let i = 0; i < SAMPLES; i++) cost += distance(from, i, to, (i + shift) % SAMPLES);
    if (cost < best.cost - 1e-9) best = { share: shift / SAMPLES, cost };
  }
  return best;
}

/** What it costs to lead one outline to another at an even pace. */
export function evenCost(from: Samples, to: Samples): number {
  let cost = 0;
  for (let i = 0; i <= SAMPLES; i++) cost += distance(from, i, to, i);
  return cost;
}

/** How far a step goes along the one outline and the other: at most three times as fast along one. */
const MOVES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

/**
 * The pace at which two outlines go best together from their starts to their ends: dynamic time warping over their
 * samples.
 */
export function correspond(from: Samples, to: Samples): Correspondence {
  const side = SAMPLES + 1;
  const costs = new Float64Array(side * side).fill(Infinity);
  const cameBy = new Int8Array(side * side).fill(-1);
  costs[0] = 0;
  for (let i = 1; i < side; i++) {
    for (let j = 1; j < side; j++) {
      const here = distance(from, i, to, j);
      MOVES.forEach(([di, dj], move) => {
        if (i < di || j < dj) return;
        const before = costs[(i - di) * side + j - dj] ?? Infinity;
        const cost = before + (here * (di + dj)) / 2 + STRETCH_COST * Math.abs(di - dj);
        if (cost < (costs[i * side + j] ?? 0)) {
          costs[i * side + j] = cost;
          cameBy[i * side + j] = move;
        }
      });
    }
  }
  const path: Correspondence = { from: [], to: [] };
  let [i, j] = [SAMPLES, SAMPLES];
  while (i > 0 && j > 0) {
    path.from.push(i / SAMPLES);
    path.to.push(j / SAMPLES);
    const [di, dj] = MOVES[cameBy[i * side + j] ?? 0] ?? MOVES[0];
    [i, j] = [i - di, j - dj];
  }
  return { from: [0, ...path.from.reverse()], to: [0, ...path.to.reverse()] };
}

/** The value at `x` of the broken line through points whose coordinates both rise. */
export function along(xs: readonly number[], ys: readonly number[], x: number): number {
  const next = Math.max(
    1,
    xs.findIndex((value) => value >= x),
  );
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = [xs[next - 1], xs[next], ys[next - 1], ys[next]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
