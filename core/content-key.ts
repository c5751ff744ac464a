import { canonicalRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { sha256 } from './sha256.ts';

/**
 * The name of what a renderer makes: equal source bytes, recipe and renderer version make equal files, so
 * they share one key. The recipe must have its defaults filled; a morph has two sources, in their order.
 */
export function contentKey(sourceSha256s: readonly string[], recipe: Recipe, rendererVersion: number): string {
  return sha256(`${sourceSha256s.join('\n')}\n${canonicalRecipe(recipe)}\n${rendererVersion}`);
}
