import { parseCssColour } from '../../colour/css-colour.ts';
import type { Rgb } from '../../colour/srgb.ts';
import type { Box } from '../../geometry.ts';
import type { Matrix } from './affine.ts';
import type { Gradient } from './gradient.ts';

/** What an area or a line is painted with. */
export type Paint = ColourPaint | GradientPaint;

export interface ColourPaint {
  kind: 'colour';
  rgb: Rgb;
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
  /** The lengths of dashes and gaps, by turns; empty when it is not dashed. */
  dashes: number[];
  dashOffset: number;
}

/** A colour of CSS as a paint; undefined when it is none, or needs a context. */
export function colourPaint(text: string, opacity: number): ColourPaint | undefined {
  const colour = parseCssColour(text);
  return colour && { kind: 'colour', rgb: colour.rgb, opacity: colour.alpha * opacity };
}
