import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Value from 'typebox/value';
import { canonicalRecipe, KitRecipe, VariantRecipe } from './recipe.ts';

test('a recipe that says only its type is a whole one once its defaults are filled', () => {
  for (const [schema, type] of [
    [VariantRecipe, 'variant'],
    [KitRecipe, 'kit'],
  ] as const) {
    assert.ok(Value.Check(schema, Value.Default(schema, { type })), type);
  }
});

test('the canonical form does not depend on the order of the fields', () => {
  const fields = { type: 'kit', version: 1, name: 'A', background: '#ffffff', themeColor: '#000000' } as const;
  const form = canonicalRecipe(fields);
  const orders = fc.shuffledSubarray(Object.entries(fields), { minLength: 5 });
  fc.assert(
    fc.property(orders, (entries) => {
      const recipe = Value.Parse(KitRecipe, Object.fromEntries(entries));
      assert.equal(canonicalRecipe(recipe), form);
    }),
  );
});
