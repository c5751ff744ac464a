import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import fc from 'fast-check';
import { assertRecipe } from './assert-recipe.ts';
import { recipeFields } from './recipes.ts';

test('any fields make a whole recipe of one canonical form, or are refused by the schema', () => {
  let taken = 0;
  const property = fc.property(recipeFields, ([type, fields]) => {
    if (assertRecipe(type, fields)) taken++;
  });
  fc.assert(property, { numRuns: 1000 });
  // Were all refused, nothing would have been looked at.
  assert.ok(taken > 100, `${taken} of 1000`);
});

test('a whole recipe passes these checks', () => {
  const crop = { left: 1, top: 2, width: 3, height: 4 };
  assert.ok(assertRecipe('variant', completeRecipe('variant', { crop })));
});
