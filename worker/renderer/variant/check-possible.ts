import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { ICNS_SIDES } from '../encode/icns.ts';
import type { Size } from '../geometry.ts';
import type { OpenedLogo } from '../open-logo.ts';
import { frameCount, frameSize } from './animation.ts';
import { ICO_SIDE } from './icons.ts';
import { CENTRE, layoutOf } from './layout.ts';
import { turnedSize, turnOf } from './turn.ts';

/**
 * Refuses, by the head of a logo, what cannot be made of it.
 * @throws ProblemError 'format-not-possible', 'crop-outside-logo' or 'output-too-large'
 */
export function checkPossible(logo: OpenedLogo, recipe: VariantRecipe): void {
  checkFormat(logo, recipe);
  const size = logo.kind === 'vector' ? logo.svg.viewBox : frameSize(logo, recipe);
  checkCrop(size, recipe);
  // What trimming leaves is not known yet.
  if (!recipe.trim) {
    const natural = turnedSize(recipe.crop ?? size, turnOf(recipe));
    checkCanvas(layoutOf(natural, recipe, CENTRE).canvas, logo, recipe);
  }
}

/**
 * Refuses a size that is too large in all frames together, or that the format cannot have.
 * @throws ProblemError 'output-too-large' or 'format-not-possible'
 */
export function checkCanvas({ width, height }: Size, logo: OpenedLogo, recipe: VariantRecipe): void {
  const { format } = recipe;
  const frames = logo.kind === 'vector' ? 1 : frameCount(logo, recipe);
  const size = `${width} × ${height} pixels`;
  if (width * height * frames > LIMITS.logoPixels) {
    throw new ProblemError(
      'output-too-large',
      `The output would be ${frames} frames of ${size}; the limit of all pixels is ${LIMITS.logoPixels}`,
    );
  }
  if (format === 'ico' && (width !== height || width > ICO_SIDE)) {
    throw impossible(`An ICO is a square of at most ${ICO_SIDE} pixels a side, and the output would be ${size}`);
  }
  if (format === 'icns' && (width !== height || !ICNS_SIDES.includes(width))) {
    throw impossible(`An ICNS is a square of ${ICNS_SIDES.join(', ')} pixels a side, and the output would be ${size}`);
  }
}

function checkFormat(logo: OpenedLogo, { format, colourSpace, background }: VariantRecipe): void {
  if (format === 'svg' && logo.kind === 'raster') throw impossible(`No SVG can be made of a ${logo.format}`);
  if (format === 'svg' && background === 'blurred') throw impossible('The background of an SVG cannot be blurred');
  if (colourSpace === 'p3' && ['gif', 'ico', 'icns', 'svg'].includes(format)) {
    throw impossible(`The colour space of ${format} is sRGB, not p3`);
  }
}

function checkCrop({ width, height }: Size, { crop }: VariantRecipe): void {
  if (!crop) return;
  if (crop.left + crop.width <= width && crop.top + crop.height <= height) return;
  throw new ProblemError(
    'crop-outside-logo',
    `crop takes ${crop.width} × ${crop.height} from ${crop.left}, ${crop.top}; the logo has ${width} × ${height}`,
  );
}

function impossible(detail: string): ProblemError {
  return new ProblemError('format-not-possible', detail);
}
