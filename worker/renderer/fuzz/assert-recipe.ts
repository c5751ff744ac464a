import assert from 'node:assert/strict';
import {
  canonicalRecipe,
  completeRecipe,
  RECIPES,
  Recipe,
  type RecipeType,
} from '@logomorph/contract/recipe/recipe.ts';
import Value, { ParseError } from 'typebox/value';

/**
 * Reads fields as a recipe and checks that they make a whole one, with one canonical form, or are refused by a rule of
 * the schema. Gives undefined when they are refused.
 */
export function assertRecipe(type: RecipeType, fields: object): Recipe | undefined {
  const recipe = parseOrRefuse(type, fields);
  if (!recipe) return undefined;
  assert.ok(Value.Check(Recipe, recipe), 'it is a recipe');
  assert.equal(recipe.type, type);
  for (const [name, schema] of Object.entries(RECIPES[type].properties)) {
    if ('default' in schema) assert.ok(name in recipe, `${name} is filled`);
  }
  const form = canonicalRecipe(recipe);
  assertSorted(JSON.parse(form));
  assert.equal(canonicalRecipe(completeRecipe(type, recipe)), form, 'it is complete');
  const again = Value.Parse(Recipe, JSON.parse(form));
  assert.equal(canonicalRecipe(again), form, 'its form is that of the recipe that is read from it');
  assert.equal(Object.getPrototypeOf(recipe), Object.prototype);
  return recipe;
}

function parseOrRefuse(type: RecipeType, fields: object): Recipe | undefined {
  try {
    return completeRecipe(type, fields);
  } catch (error) {
    assert.ok(error instanceof ParseError, `${error instanceof Error ? error.stack : error}`);
    assert.ok(error.cause.errors.length > 0, 'it is said what is wrong');
    return undefined;
  }
}

function assertSorted(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) assert.deepEqual(Object.keys(value), Object.keys(value).sort());
  for (const inner of Object.values(value)) assertSorted(inner);
}
