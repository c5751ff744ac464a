import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { RenderOptions } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';

export async function renderMorph(
  _from: OpenedLogo,
  _to: OpenedLogo,
  _recipe: MorphRecipe,
  _options: RenderOptions,
): Promise<RenderedFile> {
  throw new Error('not yet');
}
