import type { KitRecipe, Recipe, VariantRecipe } from '@logomorph/contract/recipe.ts';
import { restrictLibvips } from '../loaders.ts';
import { type RenderedFile, render } from '../render.ts';
import type { TestLogo } from './logos.ts';

// As a worker does, once and before anything is rendered.
restrictLibvips();

/** A background that no test logo has, so that ink can be told from it. */
export const BACKGROUND = '#00ff80';

export function kitRecipe(fields: Partial<KitRecipe> = {}): KitRecipe {
  return { type: 'kit', version: 1, name: 'App', background: BACKGROUND, themeColor: '#112233', ...fields };
}

export function variantRecipe(fields: Partial<VariantRecipe> = {}): VariantRecipe {
  return {
    type: 'variant',
    version: 1,
    format: 'png',
    fit: 'inside',
    background: 'transparent',
    quality: 80,
    ...fields,
  };
}

/** Renders, and collects the files by name. */
export async function renderAll(logo: TestLogo, recipe: Recipe): Promise<Map<string, RenderedFile>> {
  const files = new Map<string, RenderedFile>();
  const signal = new AbortController().signal;
  for await (const file of render(logo.bytes, logo.format, recipe, { signal })) files.set(file.name, file);
  return files;
}

/** Renders a variant and gives its only file. */
export async function renderOne(logo: TestLogo, fields: Partial<VariantRecipe> = {}): Promise<RenderedFile> {
  const [file] = (await renderAll(logo, variantRecipe(fields))).values();
  if (!file) throw new Error('The variant has no file');
  return file;
}
