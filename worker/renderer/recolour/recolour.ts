import type { RecolourRecipe } from '@logomorph/contract/recipe/recolour.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { RenderOptions } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';

export async function* renderRecolour(
  _logo: OpenedLogo,
  _recipe: RecolourRecipe,
  _options: RenderOptions,
): AsyncGenerator<RenderedFile> {
  yield* [];
  throw new Error('not yet');
}
