/** What a transform does to lengths at most. */
export interface Stretch {
  /** The largest factor that a length grows by. */
  scale: number;
  /** The largest factor by the smallest: 1 when shapes are kept, infinite when they are pressed flat. */
  ratio: number;
}

export const NO_STRETCH: Stretch = { scale: 1, ratio: 1 };

/** How a `transform`, as attribute or in CSS, stretches. Its functions are taken one by one: never too little. */
export function stretchOf(transform: string): Stretch {
  let { scale, ratio } = NO_STRETCH;
  for (const [, name = '', text = ''] of transform.matchAll(/([a-z]+)\s*\(([^()]*)\)/gi)) {
    const [largest, smallest] = singularValues(
      name.toLowerCase(),
      text
        .trim()
        .split(/[\s,]+/)
        .map(Number),
    );
    scale *= largest;
    ratio *= largest / smallest;
  }
  return { scale, ratio: Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio };
}

function singularValues(
  name: string,
  [a = Number.NaN, b, c = Number.NaN, d = Number.NaN]: readonly number[],
): [number, number] {
  const sheared = () => Math.tan((a * Math.PI) / 180);
  switch (name) {
    case 'matrix':
      return singularValuesOf(a, b ?? Number.NaN, c, d);
    case 'scale':
      return singularValuesOf(a, 0, 0, b ?? a);
    case 'scalex':
      return singularValuesOf(a, 0, 0, 1);
    case 'scaley':
      return singularValuesOf(1, 0, 0, a);
    case 'skewx':
      return singularValuesOf(1, 0, sheared(), 1);
    case 'skewy':
      return singularValuesOf(1, sheared(), 0, 1);
    case 'skew':
      return singularValuesOf(1, Number.POSITIVE_INFINITY, 0, 1);
    default:
      return [1, 1];
  }
}

/** Of the matrix (a c / b d), the larger first. */
function singularValuesOf(a: number, b: number, c: number, d: number): [number, number] {
  const sum = a * a + b * b + c * c + d * d;
  const gap = Math.hypot(a * a + b * b - c * c - d * d, 2 * (a * c + b * d));
  return [Math.sqrt((sum + gap) / 2), Math.sqrt(Math.max(0, (sum - gap) / 2))];
}
