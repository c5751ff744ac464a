import { completeRecipe, type Recipe, RecipeRequest } from '@logomorph/contract/recipe/recipe.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { type RenderedFile, render, type Source } from '@logomorph/worker/renderer/render.ts';
import Value from 'typebox/value';
import type { Make } from '../harness/job.ts';

/** Our renderer, as a worker has it: `options` are a recipe, whose defaults may be left out. */
export async function open(options: unknown): Promise<Make> {
  restrictLibvips();
  const request = Value.Parse(RecipeRequest, options);
  const recipe = completeRecipe(request.type, request);
  return ({ sources }) => renderFiles(sources, recipe);
}

export async function renderFiles(sources: readonly Source[], recipe: Recipe): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  const signal = new AbortController().signal;
  for await (const file of render(sources, recipe, { signal, warn: () => {} })) files.push(file);
  return files;
}
