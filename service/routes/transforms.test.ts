import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newLogo } from '../testing/app.ts';
import { transformApp } from '../testing/transforms.ts';
import { readTransformFile } from '../use-cases/transform-address.ts';

test('equal wishes give one address, which has all of the recipe in it', async (t) => {
  const { ask, logoId } = await transformApp(t);
  const crop = { left: 1, top: 2, width: 3, height: 4 };
  const recipe = { type: 'variant', format: 'jpeg', width: 64, padding: '8.5%', background: '#ff0000', crop };
  const answer = await ask({ logoId: logoId.toUpperCase(), recipe });
  assert.equal(answer.statusCode, 200);
  const { url, ...told } = answer.json();
  assert.match(url, /^\/transforms\/[0-9a-f-]{36}\/[\w-]+\.jpeg\?signature=[\w-]{43}$/);
  assert.equal(told.logoId, logoId);
  assert.equal(told.expiresAt, undefined);
  assert.equal(told.recipe.quality, 80, 'defaults are filled');
  assert.deepEqual(readTransformFile(url.split('?')[0].split('/').at(-1)), told.recipe);

  const { type, format, ...rest } = recipe;
  const turned = { quality: 80, version: 1, ...rest, format, type };
  assert.equal((await ask({ logoId, recipe: turned })).json().url, url);
  assert.notEqual((await ask({ logoId, recipe: { ...recipe, width: 65 } })).json().url, url);
});

test('an address of a variant with all that there is stays within the limit', async (t) => {
  const { ask, get, logoId } = await transformApp(t);
  const recipe = {
    type: 'variant',
    format: 'webp',
    width: 4096,
    height: 4096,
    fit: 'contain',
    gravity: 'northwest',
    crop: { left: 40_000_000, top: 40_000_000, width: 40_000_000, height: 40_000_000 },
    trim: true,
    rotate: 359,
    flip: 'horizontal',
    padding: '99.99%',
    radius: '99.99%',
    background: '#ffffff',
    quality: 100,
    lossless: true,
    progressive: false,
    effort: 'high',
    maxBytes: 10_000_000,
    colourSpace: 'p3',
    keepMetadata: true,
    animated: false,
  };
  const { url } = (await ask({ logoId, recipe })).json();
  assert.ok(url.length < 1000, url);
  assert.equal((await get(url)).statusCode, 200);
});

test('an address may have an end, in whole seconds', async (t) => {
  const { ask, logoId } = await transformApp(t);
  const recipe = { type: 'variant' };
  const { url, expiresAt } = (await ask({ logoId, recipe, expiresAt: '2099-01-01T00:00:00.900Z' })).json();
  assert.equal(expiresAt, '2099-01-01T00:00:00.000Z');
  assert.match(url, /\?expires=4070908800&signature=/);
  const past = await ask({ logoId, recipe, expiresAt: '2020-01-01T00:00:00Z' });
  assert.equal(past.statusCode, 422);
  assert.deepEqual(past.json().errors, [{ pointer: '/expiresAt', detail: 'must be in the future' }]);
});

test('addresses are of variants and of own logos alone, and need the scope to render', async (t) => {
  const { ask, logoId, product, transforms } = await transformApp(t);
  const recipe = { type: 'variant' };
  for (const type of ['kit', 'palette', 'recolour', 'morph']) {
    const answer = await ask({ logoId, recipe: { type } });
    assert.equal(answer.statusCode, 422);
    assert.deepEqual(answer.json().errors, [{ pointer: '/recipe/type', detail: 'must be variant' }]);
  }
  assert.equal((await ask({ logoId, recipe: { type: 'variant', colour: 'x' } })).statusCode, 422);
  const others = await newLogo({ app: product.app, headers: (await product.newKey('other')).headers });
  const absent = '00000000-0000-7000-8000-000000000000';
  const [theirs, none] = [await ask({ logoId: others, recipe }), await ask({ logoId: absent, recipe })];
  assert.deepEqual([theirs.statusCode, none.statusCode], [404, 404]);
  assert.equal(theirs.json().detail, none.json().detail);
  for (const answer of [theirs, none]) {
    assert.deepEqual(answer.json().errors, [{ pointer: '/logoId', detail: 'There is no such logo' }]);
  }
  assert.equal((await ask({ logoId, recipe }, (await product.newKey('default', ['read'])).headers)).statusCode, 403);
  assert.equal((await transforms()).length, 0, 'nothing is rendered by asking');
});
