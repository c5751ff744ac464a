import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './render.ts';
import { photograph, type TestLogo } from './testing/logos.ts';
import { REAL_LOGOS } from './testing/real-logos.ts';
import { kitRecipe, renderAll, variantRecipe } from './testing/render-all.ts';

const picture: TestLogo = { format: 'png', bytes: await photograph(300).png().toBuffer() };

test('the same logo and recipe give the same bytes', async () => {
  const recipes = [
    kitRecipe(),
    ...(['png', 'jpeg', 'webp', 'avif'] as const).map((format) => variantRecipe({ format, width: 200 })),
  ];
  for (const logo of [...Object.values(REAL_LOGOS).slice(0, 2), picture]) {
    for (const recipe of recipes) {
      assert.deepEqual(await renderAll(logo, recipe), await renderAll(logo, recipe));
    }
  }
});

test('an aborted render throws the reason of its signal', async () => {
  const reason = new Error('enough');
  const rendering = render([picture], kitRecipe(), { signal: AbortSignal.abort(reason), warn: () => {} });
  await assert.rejects(rendering.next(), reason);
});

test('a render that is aborted between two files makes no more', async () => {
  const controller = new AbortController();
  const made: string[] = [];
  const rendering = async () => {
    for await (const file of render([picture], kitRecipe(), { signal: controller.signal, warn: () => {} })) {
      made.push(file.name);
      if (made.length === 2) controller.abort(new Error('enough'));
    }
  };
  await assert.rejects(rendering, /enough/);
  assert.deepEqual(made, ['favicon.ico', 'apple-touch-icon.png']);
});
