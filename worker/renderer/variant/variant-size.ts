import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { containScale, coverScale, type Size } from '../geometry.ts';

/**
 * The size of a variant, in pixels: that of the box asked for, or what `inside`, `outside` or a side left open make
 * of it; the logo's own when no box is asked for.
 * @throws ProblemError 'output-too-large' when a side is longer than LIMITS.outputSidePixels
 */
export function variantSize(natural: Size, recipe: VariantRecipe): Size {
  const { width, height } = unlimitedSize(natural, recipe);
  const longest = Math.max(width, height);
  if (longest > LIMITS.outputSidePixels) {
    throw new ProblemError(
      'output-too-large',
      `The output would be ${width} × ${height} pixels; the limit of a side is ${LIMITS.outputSidePixels}`,
    );
  }
  return { width, height };
}

function unlimitedSize(natural: Size, { width, height, fit }: VariantRecipe): Size {
  if (width === undefined || height === undefined) {
    return scaledSize(natural, containScale(natural, { width: width ?? Infinity, height: height ?? Infinity }));
  }
  if (fit === 'inside') return scaledSize(natural, containScale(natural, { width, height }));
  if (fit === 'outside') return scaledSize(natural, coverScale(natural, { width, height }));
  return { width, height };
}

/** Without a box the scale is endless, and the size the natural one. */
function scaledSize({ width, height }: Size, scale: number): Size {
  const factor = Number.isFinite(scale) ? scale : 1;
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
