import assert from 'node:assert/strict';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RecolourRecipe } from '@logomorph/contract/recipe/recolour.ts';
import sharp from 'sharp';
import { type Raster, toRaster } from '../raster.ts';
import type { TestLogo } from './logos.ts';
import { renderAll } from './render-all.ts';

/** A logo recoloured: the pixels of its `logo.png`, and the text of its `logo.svg` if it has one. */
export async function recoloured(
  logo: TestLogo,
  fields: Partial<RecolourRecipe>,
): Promise<{ raster: Raster; svg: string }> {
  const files = await renderAll(logo, completeRecipe('recolour', { width: 120, ...fields }));
  const png = files.get('logo.png');
  assert.ok(png, 'a recoloured logo has a logo.png');
  return { raster: await toRaster(sharp(png.bytes)), svg: files.get('logo.svg')?.bytes.toString() ?? '' };
}
