import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';

/** What the file of an address looks like. */
export const TRANSFORM_FILE = '^[A-Za-z0-9_-]{1,2000}\\.[a-z]{3,4}$';

const DEFAULTS = new Map<string, unknown>(Object.entries(completeRecipe('variant')));

/**
 * The path of a transform, one for each recipe that has its defaults filled: what of it is not a default, as JSON in
 * base64url, and the format for an ending. The version is always in it, as it says what the defaults are.
 */
export function transformPath(logoId: string, recipe: VariantRecipe): string {
  const told = Object.entries(recipe)
    .filter(([name, value]) => name === 'version' || DEFAULTS.get(name) !== value)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(told));
  return signedTransformPath(logoId, `${Buffer.from(text).toString('base64url')}.${recipe.format}`);
}

/** What is signed. The id of a logo names its tenant too. */
export function signedTransformPath(logoId: string, file: string): string {
  return `/transforms/${logoId}/${file}`;
}

/**
 * The recipe of a file whose signature was right.
 *
 * @throws an error of the schema when a field breaks a rule, as none of ours does
 */
export function readTransformFile(file: string): VariantRecipe {
  const [text = ''] = file.split('.');
  const fields: Partial<VariantRecipe> = JSON.parse(Buffer.from(text, 'base64url').toString());
  return completeRecipe('variant', fields);
}
