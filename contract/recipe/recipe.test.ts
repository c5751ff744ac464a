import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Value from 'typebox/value';
import { canonicalRecipe, completeRecipe, RECIPES, Recipe, type RecipeType, withNewDefaults } from './recipe.ts';

const TYPES: RecipeType[] = ['variant', 'kit', 'palette', 'recolour', 'morph'];

for (const type of TYPES) {
  test(`a ${type} recipe that says only its type is a whole one once its defaults are filled`, () => {
    assert.ok(Value.Check(RECIPES[type], completeRecipe(type)));
    assert.ok(Value.Check(Recipe, completeRecipe(type)));
  });

  test(`each field of a ${type} recipe is required once defaults are filled, or has none`, () => {
    const { properties, required } = RECIPES[type];
    for (const [name, schema] of Object.entries(properties)) {
      if ('default' in schema)
        assert.ok(
          required.some((field) => field === name),
          name,
        );
    }
  });
}

test('the canonical form does not depend on the order of the fields, on any level', () => {
  const recipe = completeRecipe('variant', { crop: { left: 1, top: 2, width: 3, height: 4 } });
  const form = canonicalRecipe(recipe);
  const shuffled = (value: object) =>
    fc.shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length });
  fc.assert(
    fc.property(shuffled(recipe), shuffled(recipe.crop ?? {}), (entries, crop) => {
      const other = Value.Parse(RECIPES.variant, { ...Object.fromEntries(entries), crop: Object.fromEntries(crop) });
      assert.equal(canonicalRecipe(other), form);
    }),
  );
});

test('recipes that differ in any field have other canonical forms', () => {
  const forms = [{}, { name: 'B' }, { include: ['compat' as const] }, { optimise: 'size' as const }].map((fields) =>
    canonicalRecipe(completeRecipe('kit', fields)),
  );
  assert.equal(new Set(forms).size, forms.length);
});

test('a recipe that was kept before a field was there gets its default, and one that is whole stays the same', () => {
  const whole = completeRecipe('variant', { format: 'webp', width: 64 });
  const older = { ...whole };
  Reflect.deleteProperty(older, 'effort');
  assert.deepEqual(withNewDefaults(older), whole);
  assert.equal(withNewDefaults(whole), whole);
});
