import { numbersIn } from '../number-list.ts';

/** What a transform does to lengths at most. */
export interface Stretch {
  /** The largest factor that a length grows by. */
  scale: number;
  /** The largest factor by the smallest: 1 when shapes are kept, infinite when they are pressed flat. */
  ratio: number;
}

export const NO_STRETCH: Stretch = { scale: 1, ratio: 1 };

const FUNCTION = /([a-z]+)\s*\(([^()]*)\)/gi;
/** How many numbers the functions of the `transform` attribute take. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewx: [1],
  skewy: [1],
};

/**
 * How a `transform`, as attribute or in CSS, stretches. Its functions are taken one by one, and what may be a mistake,
 * and so not be done, shrinks nothing: never too little.
 */
export function stretchOf(transform: string): Stretch {
  let { scale, ratio } = NO_STRETCH;
  let isValid = transform.replace(FUNCTION, '').trim() === '';
  for (const [, name = '', text = ''] of transform.matchAll(FUNCTION)) {
    const numbers = numbersIn(text);
    isValid &&= numbers.every(Number.isFinite) && (NUMBERS[name.toLowerCase()]?.includes(numbers.length) ?? false);
    const [largest, smallest] = singularValues(name.toLowerCase(), numbers);
    scale *= largest;
    ratio *= largest / smallest;
  }
  return {
    scale: isValid ? scale : Math.max(1, scale),
    ratio: Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio,
  };
}

type Pair = [largest: number, smallest: number];

function singularValues(name: string, [a = 0, b, c = 0, d = 0]: readonly number[]): Pair {
  const sheared = Math.tan((a * Math.PI) / 180);
  switch (name) {
    case 'matrix':
      return singularValuesOf(a, b ?? 0, c, d);
    case 'scale':
      return singularValuesOf(a, 0, 0, b ?? a);
    case 'scalex':
    case 'scaley':
      return singularValuesOf(a, 0, 0, 1);
    case 'skewx':
    case 'skewy':
      return singularValuesOf(1, 0, sheared, 1);
    case 'skew':
      return [Number.POSITIVE_INFINITY, 1];
    default:
      return [1, 1];
  }
}

/** Of the matrix (a c / b d), the larger first. */
function singularValuesOf(a: number, b: number, c: number, d: number): Pair {
  const sum = a * a + b * b + c * c + d * d;
  const gap = Math.hypot(a * a + b * b - c * c - d * d, 2 * (a * c + b * d));
  return [Math.sqrt((sum + gap) / 2), Math.sqrt(Math.max(0, (sum - gap) / 2))];
}
