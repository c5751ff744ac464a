import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { type Box, containScale, coverScale, type Size, scaledSize, shrinkScale } from '../geometry.ts';
import { type Length, lengthOf } from './length.ts';
import { pixelBox } from './pixel-box.ts';

/** The longest that a logo is drawn to be cut; rasterisers count no farther than some millions. */
const LONGEST_CONTENT = 1_000_000;

/** Where a logo lies in a variant, in pixels. */
export interface Layout {
  /** The whole picture. */
  canvas: Size;
  /** What the padding leaves of the canvas; nothing of the logo is seen outside. */
  inner: Box;
  /** The turned logo, in pixels of the canvas; `cover` makes it larger than `inner`. */
  content: Box;
}

/** Which part of what is left over, 0 to 1 on each axis, lies to the left of and above a logo. */
export interface Focus {
  x: number;
  y: number;
}

export const CENTRE: Focus = { x: 0.5, y: 0.5 };

/** The focus of a gravity that names a place. */
export function focusOf(gravity: VariantRecipe['gravity']): Focus {
  const along = (low: string, high: string) => (gravity.includes(low) ? 0 : gravity.includes(high) ? 1 : 0.5);
  return { x: along('west', 'east'), y: along('north', 'south') };
}

/**
 * Lays a turned logo out: the canvas has the size of the box asked for, or what `inside`, `outside` or a side left
 * open make of it; without a box the logo keeps its own size.
 * @throws ProblemError 'output-too-large' when a side is longer than LIMITS.outputSidePixels, or the logo is far longer
 * @throws ProblemError 'format-not-possible' when the padding leaves no room
 */
export function layoutOf(natural: Size, recipe: VariantRecipe, focus: Focus): Layout {
  const padding = lengthOf(recipe.padding);
  const canvas = canvasOf(natural, recipe, padding);
  const longest = Math.max(canvas.width, canvas.height);
  if (longest > LIMITS.outputSidePixels) {
    throw new ProblemError(
      'output-too-large',
      `The output would be ${canvas.width} × ${canvas.height} pixels; the limit of a side is ${LIMITS.outputSidePixels}`,
    );
  }
  const around = padding.pixels + Math.floor(padding.share * Math.min(canvas.width, canvas.height));
  const inner = { x: around, y: around, width: canvas.width - 2 * around, height: canvas.height - 2 * around };
  if (Math.min(inner.width, inner.height) < 1) throw noRoom(recipe);
  return { canvas, inner, content: contentOf(natural, inner, recipe, focus) };
}

/** A layout whose longer side has as many pixels at most. */
export function scaledLayout({ canvas, inner, content }: Layout, longest: number): Layout {
  const scale = shrinkScale(canvas, longest);
  const scaled = ({ x, y, width, height }: Box) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  });
  return {
    canvas: pixelBox(scaled({ x: 0, y: 0, ...canvas })),
    inner: pixelBox(scaled(inner)),
    content: scaled(content),
  };
}

function canvasOf(natural: Size, recipe: VariantRecipe, { pixels, share }: Length): Size {
  const { width = Infinity, height = Infinity, fit } = recipe;
  const isWhole = Number.isFinite(width) && Number.isFinite(height);
  if (isWhole && fit !== 'inside' && fit !== 'outside') return { width, height };
  if (share >= 0.5) throw noRoom(recipe);
  // Padding in percent grows with the logo: it is as if the logo itself had it.
  const margin = (Math.min(natural.width, natural.height) * share) / (1 - 2 * share);
  const grown = { width: natural.width + 2 * margin, height: natural.height + 2 * margin };
  const box = { width: width - 2 * pixels, height: height - 2 * pixels };
  if (Math.min(box.width, box.height) < 1) throw noRoom(recipe);
  const scale = isWhole && fit === 'outside' ? coverScale(grown, box) : containScale(grown, box);
  const size = scaledSize(grown, Number.isFinite(scale) ? scale : 1);
  return { width: size.width + 2 * pixels, height: size.height + 2 * pixels };
}

function contentOf(natural: Size, inner: Box, { width, height, fit }: VariantRecipe, focus: Focus): Box {
  const keepsAspect = width !== undefined && height !== undefined && (fit === 'contain' || fit === 'cover');
  // `inner` has the aspect ratio that `inside` and `outside` want, but for its rounding.
  if (!keepsAspect) return inner;
  const scale = fit === 'contain' ? containScale(natural, inner) : coverScale(natural, inner);
  const size = { width: natural.width * scale, height: natural.height * scale };
  const longest = Math.round(Math.max(size.width, size.height));
  if (longest > LONGEST_CONTENT) {
    throw new ProblemError(
      'output-too-large',
      `To cover the output the logo would be drawn ${longest} pixels long; the limit is ${LONGEST_CONTENT}`,
    );
  }
  return {
    x: inner.x + (inner.width - size.width) * focus.x,
    y: inner.y + (inner.height - size.height) * focus.y,
    ...size,
  };
}

function noRoom({ padding }: VariantRecipe): ProblemError {
  return new ProblemError('format-not-possible', `The padding of ${padding} leaves no room for the logo`);
}
