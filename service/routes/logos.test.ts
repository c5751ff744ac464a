import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { keyOfLogo } from '@logomorph/core/object-store/keys.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import sharp from 'sharp';
import { newLogo, OTHER_SVG, objectsIn, SVG, type TestApp, testApp } from '../testing/app.ts';

/** Whatever is noted, also just now. */
const AT_ONCE = -60;

const PNG = await sharp({ create: { width: 7, height: 5, channels: 3, background: '#c0392b' } })
  .png()
  .toBuffer();

const asked = ({ app, headers }: TestApp, method: 'GET' | 'HEAD' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

const newRender = async ({ app, headers }: TestApp, sources: object, type = 'palette') =>
  app.inject({ method: 'POST', url: '/v1/renders', headers, payload: { ...sources, recipe: { type } } });

test('logos are listed by format, bytes and time of creation, newest first', async (t) => {
  const product = await testApp(t);
  const { app, db, newKey } = product;
  await newLogo({ app, headers: (await newKey('other')).headers });
  const ids = [await newLogo(product, SVG), await newLogo(product, OTHER_SVG), await newLogo(product, PNG)];
  for (const [index, id] of ids.entries()) {
    const time = new Date(Date.now() - (ids.length - index) * 1000);
    await db.updateTable('logos').set({ created_at: time }).where('id', '=', id).execute();
  }
  const list = async (query: string) => {
    const { items } = (await asked(product, 'GET', `/v1/logos?${query}`)).json();
    return items.map(({ id }: { id: string }) => ids.indexOf(id));
  };
  assert.deepEqual(await list(''), [2, 1, 0]);
  assert.deepEqual(await list('format=svg'), [1, 0]);
  assert.deepEqual(await list('format=svg&format=png'), [2, 1, 0]);
  assert.deepEqual(await list(`sha256=${sha256(OTHER_SVG)}`), [1]);
  const { createdAt } = (await asked(product, 'GET', `/v1/logos/${ids[1]}`)).json();
  assert.deepEqual(await list(`createdAfter=${createdAt}`), [2]);
  assert.deepEqual(await list(`createdBefore=${createdAt}`), [0]);
  const first = (await asked(product, 'GET', '/v1/logos?limit=2')).json();
  assert.deepEqual(await list(`limit=2&cursor=${first.nextCursor}`), [0]);
  for (const wrong of ['format=pdf', 'sha256=1', 'createdAfter=2026-06-30T23:59:60Z', 'name=x']) {
    assert.equal((await asked(product, 'GET', `/v1/logos?${wrong}`)).statusCode, 422, wrong);
  }
});

test('a logo has the name and the metadata that it was given last, and the size that its head tells', async (t) => {
  const product = await testApp(t);
  const url = `/v1/logos/${await newLogo(product, PNG)}`;
  const { width, height, name, metadata } = (await asked(product, 'GET', url)).json();
  assert.deepEqual({ width, height, name, metadata }, { width: 7, height: 5, name: undefined, metadata: {} });

  const named = { name: 'Acme & Söhne', metadata: { brand: 'acme', 'x.y-z_1': '1' } };
  const changed = (await asked(product, 'PATCH', url, named)).json();
  assert.deepEqual({ name: changed.name, metadata: changed.metadata }, named);
  assert.equal((await asked(product, 'PATCH', url, { metadata: { only: 'this' } })).json().name, named.name);
  assert.equal((await asked(product, 'PATCH', url, { name: null })).json().name, undefined);
  assert.deepEqual((await asked(product, 'GET', url)).json().metadata, { only: 'this' });

  for (const wrong of [
    {},
    { name: '' },
    { name: 'a\u0000b' },
    { name: 'x'.repeat(201) },
    { metadata: null },
    { metadata: { 'no space': 'x' } },
    { metadata: { x: 1 } },
    { metadata: { x: 'x'.repeat(501) } },
    { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, 'x'])) },
    { format: 'png' },
  ]) {
    assert.equal((await asked(product, 'PATCH', url, wrong)).statusCode, 422, JSON.stringify(wrong));
  }
});

test('a SHA-256 in another writing is told the one that is taken', async (t) => {
  const product = await testApp(t);
  const answer = await asked(product, 'GET', `/v1/logos/sha256/${sha256(SVG).toUpperCase()}`);
  assert.equal(answer.statusCode, 404);
  assert.equal(answer.json().detail, 'The SHA-256 must be 64 hexadecimal digits, in lower case');
});

test('a client may ask for bytes before it sends them, and learns of its own alone', async (t) => {
  const product = await testApp(t);
  const id = await newLogo(product);
  const url = `/v1/logos/sha256/${sha256(SVG)}`;
  assert.equal((await asked(product, 'GET', url)).json().id, id);
  assert.equal((await asked(product, 'HEAD', url)).statusCode, 200);
  assert.equal((await asked(product, 'HEAD', `/v1/logos/sha256/${sha256(OTHER_SVG)}`)).statusCode, 404);
  const other = { ...product, ...(await product.newKey('other')) };
  const [ofOther, ofNobody] = [await asked(other, 'GET', url), await asked(other, 'GET', `${url.slice(0, -1)}0`)];
  assert.equal(ofOther.statusCode, 404);
  assert.equal(ofOther.json().detail, ofNobody.json().detail);
});

test('a deleted logo is gone with its bytes, and what was made of it stays', async (t) => {
  const product = await testApp(t);
  const { db, store } = product;
  const id = await newLogo(product);
  const render = (await newRender(product, { logoId: id })).json();
  const inUse = await asked(product, 'DELETE', `/v1/logos/${id}`);
  assert.equal(inUse.json().type, 'urn:logomorph:problem:logo-in-use');
  assert.match(inUse.json().detail, new RegExp(render.id));
  await db.transaction().execute((tx) => finishRender(tx, render.id, { type: 'succeeded', data: { outputs: 0 } }));

  assert.equal((await asked(product, 'DELETE', `/v1/logos/${id}`)).statusCode, 204);
  assert.equal((await asked(product, 'GET', `/v1/logos/${id}`)).statusCode, 404);
  assert.equal((await asked(product, 'DELETE', `/v1/logos/${id}`)).statusCode, 404);
  assert.equal((await newRender(product, { logoId: id })).statusCode, 404);
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(await objectsIn(product), []);
  const { state, logoId } = (await asked(product, 'GET', `/v1/renders/${render.id}`)).json();
  assert.deepEqual({ state, logoId }, { state: 'succeeded', logoId: id });
});

test('a logo that an unfinished morph ends in is in use', async (t) => {
  const product = await testApp(t);
  const [logoId, toLogoId] = [await newLogo(product, SVG), await newLogo(product, OTHER_SVG)];
  await newRender(product, { logoId, toLogoId }, 'morph');
  assert.equal((await asked(product, 'DELETE', `/v1/logos/${toLogoId}`)).statusCode, 409);
});

test('bytes that are uploaded again while they are removed stay', async (t) => {
  const product = await testApp(t);
  const { db, store } = product;
  const first = await newLogo(product);
  assert.equal((await asked(product, 'DELETE', `/v1/logos/${first}`)).statusCode, 204);
  const second = await newLogo(product);
  await removeDiscarded(db, store, AT_ONCE);
  const row = await db.selectFrom('logos').selectAll().where('id', '=', second).executeTakeFirstOrThrow();
  assert.deepEqual(await buffer((await store.get(keyOfLogo(row))).stream), SVG);
});

test('a logo is either deleted or rendered, whoever comes first', async (t) => {
  const product = await testApp(t);
  for (let round = 0; round < 10; round += 1) {
    const logoId = await newLogo(product, Buffer.from(`${SVG}${' '.repeat(round)}`));
    const [deleted, rendered] = await Promise.all([
      asked(product, 'DELETE', `/v1/logos/${logoId}`),
      newRender(product, { logoId }),
    ]);
    const outcome = [deleted.statusCode, rendered.statusCode];
    assert.ok([`204,404`, `409,202`].includes(outcome.join()), outcome.join());
  }
});

test("another tenant's logo does not exist", async (t) => {
  const { app, headers, newKey } = await testApp(t);
  const other = await newKey('other');
  const { id } = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  assert.equal((await app.inject({ url: `/v1/logos/${id}`, headers: other.headers })).statusCode, 404);
  const stolen = { logoId: id, recipe: { type: 'kit' } };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers: other.headers, payload: stolen });
  assert.equal(answer.statusCode, 404);
});
