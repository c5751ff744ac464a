import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { restrictLibvips } from '../loaders.ts';
import { type RenderedFile, render } from '../render.ts';
import type { TestLogo } from './logos.ts';

// As a worker does, once and before anything is rendered.
restrictLibvips();

/** A background that no test logo has, so that ink can be told from it. */
export const BACKGROUND = '#00ff80';

export function kitRecipe(fields: Partial<KitRecipe> = {}): KitRecipe {
  return completeRecipe('kit', { background: BACKGROUND, themeColor: '#112233', ...fields });
}

export function variantRecipe(fields: Partial<VariantRecipe> = {}): VariantRecipe {
  return completeRecipe('variant', fields);
}

/** Renders, and collects the files by name; the warnings go to `warnings`. */
export async function renderAll(
  logo: TestLogo | readonly TestLogo[],
  recipe: Recipe,
  warnings: string[] = [],
): Promise<Map<string, RenderedFile>> {
  const files = new Map<string, RenderedFile>();
  const signal = new AbortController().signal;
  const warn = (warning: string) => void warnings.push(warning);
  for await (const file of render([logo].flat(), recipe, { signal, warn })) files.set(file.name, file);
  return files;
}

/** Renders a variant and gives its only file. */
export async function renderOne(logo: TestLogo, fields: Partial<VariantRecipe> = {}): Promise<RenderedFile> {
  const [file] = (await renderAll(logo, variantRecipe(fields))).values();
  if (!file) throw new Error('The variant has no file');
  return file;
}
