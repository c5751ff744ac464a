import { linearOf, type Rgb } from './srgb.ts';

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(rgb: Rgb): number {
  return weighed(linearOf(rgb >> 16), linearOf((rgb >> 8) & 0xff), linearOf(rgb & 0xff));
}

/** Relative luminance of the linear channels red, green and blue. */
export function luminanceOfLight([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return weighed(red, green, blue);
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const one = luminance(a) + 0.05;
  const other = luminance(b) + 0.05;
  return one > other ? one / other : other / one;
}

function weighed(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
