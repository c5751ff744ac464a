import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Logo } from './logo.ts';
import { PATTERN_WORDS } from './pattern-words.ts';
import { Palette } from './recipe/palette.ts';
import { RECIPES } from './recipe/recipe.ts';

test('every pattern of recipes and logos is said in words, and there are words for no other', () => {
  const patterns = new Set<unknown>();
  JSON.stringify([RECIPES, Palette, Logo], (key, value: unknown) => {
    if (key === 'pattern') patterns.add(value);
    return value;
  });
  assert.deepEqual([...patterns].sort(), Object.keys(PATTERN_WORDS).sort());
});
