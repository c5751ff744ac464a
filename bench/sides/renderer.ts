import { completeRecipe, type Recipe, RecipeRequest } from '@logomorph/contract/recipe/recipe.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { type RenderedFile, render, type Source } from '@logomorph/worker/renderer/render.ts';
import Value from 'typebox/value';
import type { Make } from '../harness/job.ts';

/** Our renderer, as a worker has it: `options` are a recipe, whose defaults may be left out. */
export async function open(options: unknown): Promise<Make> {
  restrictLibvips();
  const recipe = readRecipe(options);
  return ({ sources }) => renderFiles(sources, recipe);
}

/** A recipe as a client may send it, its defaults filled. */
export function readRecipe(request: unknown): Recipe {
  const recipe = Value.Parse(RecipeRequest, request);
  return completeRecipe(recipe.type, recipe);
}

export async function renderFiles(sources: readonly Source[], recipe: Recipe): Promise<RenderedFile[]> {
  const signal = new AbortController().signal;
  return Array.fromAsync(render(sources, recipe, { signal, warn: () => {} }));
}
