import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';

/** The control points x1, y1, x2, y2 of a curve from (0, 0) to (1, 1): time to progress. */
export type Spline = readonly [number, number, number, number];

/** CSS Easing 2 § 2.2.1. */
export const SPLINES: Readonly<Record<MorphRecipe['easing'], Spline>> = {
  linear: [0, 0, 1, 1],
  'ease-in': [0.42, 0, 1, 1],
  'ease-out': [0, 0, 0.58, 1],
  'ease-in-out': [0.42, 0, 0.58, 1],
};

/** How far a movement is at a share of its time. */
export function ease([x1, y1, x2, y2]: Spline, time: number): number {
  if (time <= 0 || time >= 1) return time <= 0 ? 0 : 1;
  const bezier = (a: number, b: number, t: number) => 3 * a * (1 - t) ** 2 * t + 3 * b * (1 - t) * t ** 2 + t ** 3;
  // x rises with the parameter, so halving finds it; 40 halvings are exact to the last bit that counts.
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < time) low = middle;
    else high = middle;
  }
  return bezier(y1, y2, low);
}

/** The spline of the same movement seen backwards. */
export function reversedSpline([x1, y1, x2, y2]: Spline): Spline {
  return [1 - x2, 1 - y2, 1 - x1, 1 - y1];
}
