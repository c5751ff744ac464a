import { type Contour, type Curve, curvesOf, partOf, pointOn } from '../contour.ts';

/** A contour whose length was measured, so that places on it can be told by the share of its length before them. */
export interface Outline {
  curves: Curve[];
  closed: boolean;
  /** The share at which each curve starts, and 1 for the end of the last. */
  ends: number[];
  /** The shares at steps of even parameter along each curve, one after the other. */
  steps: number[];
}

/** How many steps a curve is measured in. */
const STEPS = 12;

export function measure(contour: Contour): Outline {
  const curves = [...curvesOf(contour)];
  const lengths = [0];
  let total = 0;
  for (const curve of curves) {
    let [x, y] = pointOn(curve, 0);
    for (let step = 1; step <= STEPS; step++) {
      const [toX, toY] = pointOn(curve, step / STEPS);
      // A trifle for each step keeps the shares apart even where nothing moves.
      total += Math.hypot(toX - x, toY - y) + 1e-9;
      lengths.push(total);
      [x, y] = [toX, toY];
    }
  }
  const steps = lengths.map((length) => length / total);
  return { curves, closed: contour.closed, steps, ends: steps.filter((_, step) => step % STEPS === 0) };
}

/** The curve that a share of the length falls on, and the parameter there. */
function locate({ steps, curves }: Outline, share: number): { curve: number; t: number } {
  let [low, high] = [0, steps.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 1) <= share) low = middle;
    else high = middle;
  }
  const [start = 0, end = 1] = [steps[low], steps[high]];
  const curve = Math.min(curves.length - 1, Math.floor(low / STEPS));
  const within = Math.min(1, Math.max(0, (share - start) / (end - start)));
  return { curve, t: (low - curve * STEPS + within) / STEPS };
}

/** The point at a share of the length. */
export function pointAt(outline: Outline, share: number): [number, number] {
  const { curve, t } = locate(outline, share);
  const found = outline.curves[curve];
  return found ? pointOn(found, t) : [0, 0];
}

/** The same outline, as coordinates with an end of a curve at each of some shares, which rise from 0 to 1. */
export function cutAt(outline: Outline, shares: readonly number[]): number[] {
  const [first] = outline.curves;
  const points: number[] = first ? [first[0], first[1]] : [];
  for (let i = 1; i < shares.length; i++) points.push(...between(outline, shares[i - 1] ?? 0, shares[i] ?? 1));
  return points;
}

/** The one curve between two shares that have no end of a curve between them. */
function between(outline: Outline, from: number, to: number): number[] {
  const { curve } = locate(outline, (from + to) / 2);
  const found = outline.curves[curve];
  if (!found) return [];
  // A share at the very end of a curve is as well the start of the next.
  const parameter = (share: number) => {
    const place = locate(outline, share);
    if (place.curve !== curve) return place.curve < curve ? 0 : 1;
    return place.t < 1e-6 ? 0 : place.t > 1 - 1e-6 ? 1 : place.t;
  };
  return partOf(found, parameter(from), parameter(to));
}

/** A closed outline that starts at a share of its length. */
export function startingAt(outline: Outline, share: number): Outline {
  if (share <= 0 || share >= 1) return outline;
  const shares = [0, ...outline.ends.filter((end) => end > 0 && end < 1 && Math.abs(end - share) > 1e-7), share, 1];
  const points = cutAt(
    outline,
    shares.sort((a, b) => a - b),
  );
  const at = shares.indexOf(share) * 6;
  return measure({ points: [...points.slice(at), ...points.slice(2, at + 2)], closed: outline.closed });
}
