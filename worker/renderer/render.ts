import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Recipe } from '@logomorph/contract/recipe.ts';
import { renderKit } from './kit/kit.ts';
import { openLogo } from './open-logo.ts';
import type { RenderedFile } from './rendered-file.ts';
import { renderVariant } from './variant.ts';

export type { RenderedFile };

/**
 * Renders a logo by a recipe that has its defaults filled, and hands out each file as soon as it is made. The same
 * source and recipe give the same bytes each time. Nothing is read or written but memory, and the process is to be
 * readied by `restrictLibvips` first.
 * @throws ProblemError for what is the logo's or the recipe's fault: 'unreadable-logo', 'truncated-logo',
 * 'logo-too-many-pixels', 'logo-too-many-frames', 'empty-logo', 'output-too-large'
 * @throws the signal's reason, between two steps, once the signal is aborted
 */
export async function* render(
  source: Buffer,
  format: LogoFormat,
  recipe: Recipe,
  options: { signal: AbortSignal },
): AsyncGenerator<RenderedFile> {
  options.signal.throwIfAborted();
  const logo = await openLogo(source, format);
  options.signal.throwIfAborted();
  if (recipe.type === 'variant') yield await renderVariant(logo, recipe, options);
  else yield* renderKit(logo, recipe, options);
}
