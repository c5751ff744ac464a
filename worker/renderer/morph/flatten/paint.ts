import { converter, parse } from 'culori';
import type { Box } from '../../geometry.ts';
import type { Matrix } from './affine.ts';
import type { Gradient } from './gradient.ts';

/** What an area or a line is painted with. */
export type Paint = ColourPaint | GradientPaint;

export interface ColourPaint {
  kind: 'colour';
  /** Red, green and blue of sRGB, from 0 to 1. */
  rgb: readonly [number, number, number];
  /** From 0 to 1. */
  opacity: number;
}

export interface GradientPaint {
  kind: 'gradient';
  gradient: Gradient;
  /** From the user space of what it paints to the canvas. */
  matrix: Matrix;
  /** The box around what it paints, in its user space: what `objectBoundingBox` means. */
  box: Box;
  opacity: number;
}

/** How an outline is drawn. Lengths are in pixels of the canvas. */
export interface Stroke {
  paint: Paint;
  width: number;
  cap: string;
  join: string;
  miter: number;
}

const toRgb = converter('rgb');

/** A colour of CSS; undefined when it is none, or needs a context. */
export function parseColour(text: string, opacity: number): ColourPaint | undefined {
  const colour = toRgb(parse(text));
  if (!colour) return undefined;
  const { r, g, b, alpha = 1 } = colour;
  const limited = ([r, g, b] as const).map((channel) => Math.min(1, Math.max(0, channel)));
  const [red = 0, green = 0, blue = 0] = limited;
  return { kind: 'colour', rgb: [red, green, blue], opacity: alpha * opacity };
}
