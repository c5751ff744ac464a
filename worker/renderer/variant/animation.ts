import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { decoding } from '../decoding.ts';
import type { Size } from '../geometry.ts';
import type { RasterLogo } from '../open-logo.ts';
import { type Raster, toRaster } from '../raster.ts';
import { decodeManaged } from './colour.ts';

const ANIMATED_FORMATS: readonly string[] = ['gif', 'webp'];

/** Whether a variant keeps all frames of a logo. */
export function animates({ format, head }: RasterLogo, recipe: VariantRecipe): boolean {
  const formats = ANIMATED_FORMATS.includes(format) && ANIMATED_FORMATS.includes(recipe.format);
  return recipe.animated && formats && (head.pages ?? 1) > 1;
}

/** The size of a frame, in pixels, as it is taken: upright, but in animations, where orientation has no effect. */
export function frameSize(logo: RasterLogo, recipe: VariantRecipe): Size {
  const { width, height } = logo.head;
  return animates(logo, recipe) ? { width, height } : logo.size;
}

/** The number of frames of a variant. */
export function frameCount(logo: RasterLogo, recipe: VariantRecipe): number {
  return animates(logo, recipe) ? (logo.head.pages ?? 1) : 1;
}

/**
 * Decodes the frames that a variant takes of a logo.
 * @throws ProblemError 'unreadable-logo'
 */
export async function decodeFrames(logo: RasterLogo, recipe: VariantRecipe): Promise<Raster[]> {
  const { data } = await decoding(logo.format, () => toRaster(decodeManaged(logo, recipe)));
  return framesOf(data, frameSize(logo, recipe));
}

/** The frames that follow one another in pixels. */
export function framesOf(data: Buffer, { width, height }: Size): Raster[] {
  const bytes = width * height * 4;
  return Array.from({ length: data.length / bytes }, (_, index) => ({
    data: data.subarray(index * bytes, (index + 1) * bytes),
    width,
    height,
  }));
}
