import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { cut, flatten, fromRaster, isOpaque, type Raster, toRaster } from '../raster.ts';
import { blurredCover } from './blurred.ts';
import { groundOf } from './colour.ts';
import { withRoundCorners } from './corners.ts';
import type { Layout } from './layout.ts';
import { lengthOf } from './length.ts';
import { visibleBox } from './pixel-box.ts';

/** A drawn logo with its background, and corners rounded off; opaque when the format has no alpha. */
export async function compose(drawn: Raster, layout: Layout, recipe: VariantRecipe): Promise<Raster> {
  const rounded = withRoundCorners(await onBackground(drawn, layout, recipe), cornerRadius(layout, recipe));
  return recipe.format === 'jpeg' && !isOpaque(rounded) ? flatten(rounded, '#ffffff') : rounded;
}

/** The radius of the corners, in pixels. */
export function cornerRadius({ canvas }: Layout, recipe: VariantRecipe): number {
  const { pixels, share } = lengthOf(recipe.radius);
  return pixels + share * Math.min(canvas.width, canvas.height);
}

async function onBackground(drawn: Raster, layout: Layout, recipe: VariantRecipe): Promise<Raster> {
  const { background } = recipe;
  if (background === 'transparent' || isOpaque(drawn)) return drawn;
  if (background !== 'blurred') return flatten(drawn, groundOf(background, recipe));
  const behind = await blurredCover(cut(drawn, visibleBox(layout)), layout.canvas);
  return toRaster(fromRaster(behind).composite([{ input: drawn.data, raw: { ...layout.canvas, channels: 4 } }]));
}
