import type { PaletteRecipe } from '@logomorph/contract/recipe/palette.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { RenderedFile } from '../rendered-file.ts';

export async function renderPalette(_logo: OpenedLogo, _recipe: PaletteRecipe): Promise<RenderedFile> {
  throw new Error('not yet');
}
