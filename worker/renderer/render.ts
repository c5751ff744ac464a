import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { renderKit } from './kit/kit.ts';
import { logoWarnings } from './logo-warnings.ts';
import { renderMorph } from './morph/morph.ts';
import { type OpenedLogo, openLogo } from './open-logo.ts';
import { renderPalette } from './palette/palette.ts';
import { renderRecolour } from './recolour/recolour.ts';
import type { RenderedFile } from './rendered-file.ts';
import { renderVariant } from './variant/variant.ts';

export type { RenderedFile };

/** A logo as it was uploaded. */
export interface Source {
  bytes: Buffer;
  format: LogoFormat;
}

export interface RenderOptions {
  /** Once it is aborted, the render stops between two steps and throws its reason. */
  signal: AbortSignal;
  /** Is told what a client should know of a render that goes well, such as what was left out of an SVG. */
  warn: (warning: string) => void;
}

/**
 * Renders logos by a recipe that has its defaults filled, and hands out each file as soon as it is made. A morph takes
 * two sources, all others one. The same sources and recipe give the same bytes each time. Nothing is read or written
 * but memory, and the process is to be readied by `restrictLibvips` first.
 * @throws ProblemError for what is the fault of a logo or the recipe
 * @throws the signal's reason
 */
export async function* render(
  sources: readonly Source[],
  recipe: Recipe,
  options: RenderOptions,
): AsyncGenerator<RenderedFile> {
  const logos: OpenedLogo[] = [];
  for (const { bytes, format } of sources) {
    options.signal.throwIfAborted();
    const logo = await openLogo(bytes, format);
    for (const warning of logoWarnings(logo)) options.warn(warning);
    logos.push(logo);
  }
  options.signal.throwIfAborted();
  const [logo, to] = logos;
  if (!logo || (recipe.type === 'morph') !== (to !== undefined)) throw new Error('The recipe has not its sources');
  switch (recipe.type) {
    case 'variant':
      return yield await renderVariant(logo, recipe, options);
    case 'kit':
      return yield* renderKit(logo, recipe, options);
    case 'palette':
      return yield await renderPalette(logo, recipe);
    case 'recolour':
      return yield* renderRecolour(logo, recipe, options);
    case 'morph':
      if (to) yield await renderMorph(logo, to, recipe, options);
  }
}
