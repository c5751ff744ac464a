import svgpath from 'svgpath';

/** An affine map as SVG's `matrix(a b c d e f)`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first, and then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The map that undoes a map; undefined when there is none. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (!Number.isFinite(1 / determinant)) return undefined;
  const [g, h, i, j] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  return [g, h, i, j, -(g * e + i * f), -(h * e + j * f)];
}

/** Pairs of coordinates, each mapped. */
export function mapPoints([a, b, c, d, e, f]: Matrix, points: readonly number[]): number[] {
  const mapped: number[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    mapped.push(a * x + c * y + e, b * x + d * y + f);
  }
  return mapped;
}

/** The factor that lengths grow by; exact when the map keeps shapes. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The map of a `transform` attribute, read off where it puts the ends of the unit vectors. */
export function parseTransform(text: string | undefined): Matrix {
  if (text === undefined) return IDENTITY;
  const points: number[] = [];
  svgpath('M0 0L1 0L0 1')
    .transform(text)
    .iterate(([, x = 0, y = 0]) => void points.push(Number(x), Number(y)));
  const [e = 0, f = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
  return [x1 - e, y1 - f, x2 - e, y2 - f, e, f];
}
