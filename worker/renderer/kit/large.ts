import type { Size } from '../geometry.ts';

/**
 * Of larger pictures only the middle is drawn, and if that is larger too, on its ground at once. What is smaller is laid
 * on its ground later, so that pictures with another ground can share the drawing.
 */
const SMALL_PIXELS = 512 * 512;

export function isLarge({ width, height }: Size): boolean {
  return width * height > SMALL_PIXELS;
}
