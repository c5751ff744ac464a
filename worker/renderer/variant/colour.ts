import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { converter, formatHex } from 'culori';
import type { Sharp } from 'sharp';
import { decode, type RasterLogo } from '../open-logo.ts';
import { fromRaster, type Raster, toRaster } from '../raster.ts';
import { animates } from './animation.ts';

/**
 * Decodes a logo, to be run by `toRaster`, which then gives channels of the colour space asked for. What has no
 * profile is taken for sRGB.
 */
export function decodeManaged(logo: RasterLogo, recipe: VariantRecipe): Sharp {
  const picture = decode(logo, { animated: animates(logo, recipe) });
  const { space, icc } = logo.head;
  const isDeep = space === 'rgb16';
  // sharp converts 8 bits to sRGB and loses what is outside, but 16 bits to Display P3, whether or not they had a
  // profile to convert from.
  if (recipe.colourSpace === 'srgb') return isDeep && icc ? picture.withIccProfile('srgb') : picture;
  if (icc && (isDeep || space === 'srgb')) return picture.pipelineColourspace('rgb16');
  return (isDeep ? picture.pipelineColourspace('srgb') : picture).withIccProfile('p3');
}

/** A drawing in sRGB, in the colour space of a recipe. */
export async function inColourSpace(drawn: Raster, { colourSpace }: VariantRecipe): Promise<Raster> {
  return colourSpace === 'srgb' ? drawn : toRaster(fromRaster(drawn).withIccProfile('p3'));
}

/** An sRGB colour (`#rrggbb`) as channels of the colour space of a recipe, in the same form. */
export function groundOf(colour: string, { colourSpace }: VariantRecipe): string {
  if (colourSpace === 'srgb') return colour;
  const { r, g, b } = toP3(colour) ?? { r: 0, g: 0, b: 0 };
  return formatHex({ mode: 'rgb', r, g, b });
}

const toP3 = converter('p3');
