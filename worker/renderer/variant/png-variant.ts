import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Sharp } from 'sharp';
import { encodePng } from '../encode/png.ts';
import { reduceColours } from '../encode/reduce-colours.ts';
import type { Raster } from '../raster.ts';

/**
 * A PNG, exact to the pixel unless it is to have at most so many colours.
 * @param picture the raster, to be encoded with its label and metadata
 */
export async function encodePngVariant(
  raster: Raster,
  picture: () => Sharp,
  { progressive = false, colourSpace, keepMetadata, effort }: VariantRecipe,
  colours?: number,
): Promise<Buffer> {
  const isPlain = !progressive && !keepMetadata && colourSpace === 'srgb';
  if (isPlain) {
    const reduced = colours === undefined ? raster : await reduceColours(raster, colours);
    // Filtering takes as long as all the rest of a variant.
    return encodePng(reduced, { effort: effort === 'high' ? 'high' : 'low' });
  }
  const fewer = colours === undefined ? {} : { palette: true, colours, dither: 0 };
  return picture()
    .png({ progressive, adaptiveFiltering: effort === 'high', ...fewer })
    .toBuffer();
}
