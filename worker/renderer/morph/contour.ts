import { type Box, boundsOf } from '../geometry.ts';

/** A run of cubic curves. */
export interface Contour {
  /** The coordinates of the start, and for each curve those of its two control points and its end. */
  points: number[];
  /** Whether it ends where it starts, in a join. */
  closed: boolean;
}

/** The control points of a straight line as a cubic curve that runs at an even speed, and its end. */
export function lineCurve(x: number, y: number, toX: number, toY: number): number[] {
  const [dx, dy] = [(toX - x) / 3, (toY - y) / 3];
  return [x + dx, y + dy, toX - dx, toY - dy, toX, toY];
}

/** The curves of a contour: each as the eight coordinates of its start, control points and end. */
export function* curvesOf({ points }: Contour): Generator<Curve> {
  for (let at = 0; at + 8 <= points.length; at += 6) yield curveAt(points, at);
}

export type Curve = readonly [number, number, number, number, number, number, number, number];

function curveAt(points: readonly number[], at: number): Curve {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points.slice(at, at + 8);
  return [x0, y0, x1, y1, x2, y2, x3, y3];
}

/** The point of a curve at a parameter from 0 to 1. */
export function pointOn([x0, y0, x1, y1, x2, y2, x3, y3]: Curve, t: number): [number, number] {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
}

/** The part of a curve between two parameters, as its control points and its end (de Casteljau, by blossoming). */
export function partOf(curve: Curve, from: number, to: number): number[] {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = curve;
  const blossom = (u: number, v: number, w: number): [number, number] => {
    const mix = (p: number, q: number, t: number) => p + (q - p) * t;
    const fold = (p0: number, p1: number, p2: number, p3: number) => {
      const [a, b, c] = [mix(p0, p1, u), mix(p1, p2, u), mix(p2, p3, u)];
      return mix(mix(a, b, v), mix(b, c, v), w);
    };
    return [fold(x0, x1, x2, x3), fold(y0, y1, y2, y3)];
  };
  return [...blossom(from, from, to), ...blossom(from, to, to), ...(to === 1 ? [x3, y3] : blossom(to, to, to))];
}

/** The corners of a polygon that follows a contour closely, as coordinates. */
export function polygonOf(contour: Contour, pointsACurve = 8): number[] {
  const polygon = contour.points.slice(0, 2);
  for (const curve of curvesOf(contour)) {
    for (let step = 1; step <= pointsACurve; step++) polygon.push(...pointOn(curve, step / pointsACurve));
  }
  return polygon;
}

/** The area inside a polygon: positive when it runs clockwise as seen on a screen, where y points down. */
export function signedArea(polygon: readonly number[]): number {
  let sum = 0;
  let [fromX = 0, fromY = 0] = polygon.slice(-2);
  for (let at = 0; at < polygon.length; at += 2) {
    const [x, y] = [polygon[at] ?? 0, polygon[at + 1] ?? 0];
    sum += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  return sum / 2;
}

/** The box around what contours enclose. */
export function boxOf(contours: readonly Contour[]): Box {
  return boundsOf(contours.flatMap((contour) => polygonOf(contour, 16)));
}

/** The contour run the other way. */
export function reversed({ points, closed }: Contour): Contour {
  const backwards: number[] = [];
  for (let at = points.length - 2; at >= 0; at -= 2) backwards.push(points[at] ?? 0, points[at + 1] ?? 0);
  return { points: backwards, closed };
}

/** How often a polygon runs around a point, clockwise counted positive (the winding number of SVG's fill rules). */
export function windingAround(polygon: readonly number[], x: number, y: number): number {
  let winding = 0;
  let [fromX = 0, fromY = 0] = polygon.slice(-2);
  for (let at = 0; at < polygon.length; at += 2) {
    const [toX, toY] = [polygon[at] ?? 0, polygon[at + 1] ?? 0];
    if (fromY <= y !== toY <= y) {
      const side = (toX - fromX) * (y - fromY) - (x - fromX) * (toY - fromY);
      if (toY > fromY && side > 0) winding++;
      if (toY < fromY && side < 0) winding--;
    }
    [fromX, fromY] = [toX, toY];
  }
  return winding;
}
