import { boundsOf } from '../../geometry.ts';
import { type Outline, pointAt } from './outline.ts';

/** At how many places outlines are compared. */
export const SAMPLES = 96;

/** How much the direction of an outline counts, next to its place in units of half its box. */
const DIRECTION_WEIGHT = 0.35;

/** What it costs to pass a sample of one outline more than of the other. */
const STRETCH_COST = 0.02;

/** An outline as it is compared: places from -1 to 1 in its box, and directions, at even distances. */
interface Samples {
  x: Float64Array;
  y: Float64Array;
  directionX: Float64Array;
  directionY: Float64Array;
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
  const x = Float64Array.from(points, ([px]) => (px - box.x - box.width / 2) / halfWidth);
  const y = Float64Array.from(points, ([, py]) => (py - box.y - box.height / 2) / halfHeight);
  const directionX = new Float64Array(points.length);
  const directionY = new Float64Array(points.length);
  const index = (i: number) => (outline.closed ? (i + SAMPLES) % SAMPLES : Math.min(SAMPLES, Math.max(0, i)));
  for (let i = 0; i <= SAMPLES; i++) {
    const [before, after] = [index(i - 1), index(i + 1)];
    const [dx, dy] = [(x[after] ?? 0) - (x[before] ?? 0), (y[after] ?? 0) - (y[before] ?? 0)];
    const length = Math.hypot(dx, dy) || 1;
    directionX[i] = dx / length;
    directionY[i] = dy / length;
  }
  return { x, y, directionX, directionY };
}

function distance(a: Samples, i: number, b: Samples, j: number): number {
  const dx = (a.x[i] ?? 0) - (b.x[j] ?? 0);
  const dy = (a.y[i] ?? 0) - (b.y[j] ?? 0);
  const alike = (a.directionX[i] ?? 0) * (b.directionX[j] ?? 0) + (a.directionY[i] ?? 0) * (b.directionY[j] ?? 0);
  return dx * dx + dy * dy + DIRECTION_WEIGHT * (1 - alike);
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
      for (let move = 0; move < MOVES.length; move++) {
        const [di, dj] = MOVES[move] ?? MOVES[0];
        if (i < di || j < dj) continue;
        const before = costs[(i - di) * side + j - dj] ?? Infinity;
        const cost = before + (here * (di + dj)) / 2 + STRETCH_COST * Math.abs(di - dj);
        if (cost < (costs[i * side + j] ?? 0)) {
          costs[i * side + j] = cost;
          cameBy[i * side + j] = move;
        }
      }
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
