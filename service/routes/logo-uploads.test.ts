import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { discardObject, removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { objectsIn, SVG, testApp } from '../testing/app.ts';

/** Whatever is noted, also just now. */
const AT_ONCE = -60;

test('a logo is stored whole and once', async (t) => {
  const { app, db, headers, store, tenantId } = await testApp(t);
  const first = await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG });
  assert.equal(first.statusCode, 201);
  const logo = first.json();
  assert.equal(logo.format, 'svg');
  assert.equal(first.headers.location, `/v1/logos/${logo.id}`);
  const { stream } = await store.get(logoKey(tenantId, logo.id));
  assert.deepEqual(await buffer(stream), SVG);

  const again = await app.inject({ method: 'PUT', url: `/v1/logos/sha256/${sha256(SVG)}`, headers, payload: SVG });
  assert.equal(again.statusCode, 200);
  assert.deepEqual(again.json(), logo);
  assert.deepEqual((await app.inject({ url: `/v1/logos/${logo.id}`, headers })).json(), logo);
  assert.deepEqual(await db.selectFrom('discarded_objects').selectAll().execute(), []);
});

test('bytes that several send at once are one logo, and one object', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, store } = product;
  const upload = () => app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG });
  const answers = await Promise.all(Array.from({ length: 5 }, upload));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 200, 200, 201]);
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1);
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(await objectsIn(product), [logoKey(product.tenantId, answers[0]?.json().id)]);
});

test('an upload that dies on the way to its row leaves no object behind', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, store } = product;
  // What is left of it: an object, and the note to remove it in a while.
  const key = logoKey(product.tenantId, 'left');
  await discardObject(db, key);
  await store.put(key, SVG, 'image/svg+xml');
  const { id } = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  await removeDiscarded(db, store, 60);
  assert.equal((await objectsIn(product)).length, 2);
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(await objectsIn(product), [logoKey(product.tenantId, id)]);
});

test('bytes decide, not the content type', async (t) => {
  const { app, headers } = await testApp(t);
  const types = ['application/json', 'image/png', 'multipart/form-data; boundary=x'];
  const malformed = ['image', '///', 'image/png/x', 'a b', ';', ''];
  for (const type of [...types, ...malformed]) {
    const named = { ...headers, 'content-type': type };
    for (const [method, url] of [
      ['POST', '/v1/logos'],
      ['PUT', `/v1/logos/sha256/${sha256(SVG)}`],
    ] as const) {
      const answer = await app.inject({ method, url, headers: named, payload: SVG });
      assert.equal(answer.json().format, 'svg', `${method} ${type}`);
    }
  }
});

test('what is no whole picture of a known format is refused and not stored', async (t) => {
  const { app, db, headers } = await testApp(t);
  const cases: [string, Buffer | undefined, number][] = [
    ['empty-body', undefined, 400],
    ['unknown-logo-format', Buffer.from('%PDF-1.7 not a picture'), 415],
    ['truncated-logo', SVG.subarray(0, 60), 422],
    ['body-too-large', Buffer.alloc(100_001), 413],
  ];
  for (const [name, payload, status] of cases) {
    const body = payload === undefined ? {} : { payload };
    const answer = await app.inject({ method: 'POST', url: '/v1/logos', headers, ...body });
    assert.equal(answer.statusCode, status, name);
    assert.equal(answer.json().type, `urn:logomorph:problem:${name}`);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  }
  assert.match(
    (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: Buffer.alloc(100_001) })).json().detail,
    /100000 bytes/,
  );
  const wrong = await app.inject({ method: 'PUT', url: `/v1/logos/sha256/${'0'.repeat(64)}`, headers, payload: SVG });
  assert.equal(wrong.json().type, 'urn:logomorph:problem:digest-mismatch');
  assert.deepEqual(await db.selectFrom('logos').selectAll().execute(), []);
});

test('a store that cannot be written is told as such, and leaves no row', async (t) => {
  const broken: ObjectStore = {
    put: () => Promise.reject(new Error('disk full')),
    putStream: () => Promise.reject(new Error('disk full')),
    presignPut: () => Promise.resolve(undefined),
    get: () => Promise.reject(new Error('disk full')),
    remove: () => Promise.reject(new Error('disk full')),
    list: () => Readable.from([]),
    removeListed: () => Promise.reject(new Error('disk full')),
    check: () => Promise.reject(new Error('disk full')),
    close: () => {},
  };
  const { app, db, headers } = await testApp(t, { store: broken });
  const answer = await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG });
  assert.equal(answer.statusCode, 503);
  assert.ok(!answer.body.includes('disk full'));
  assert.deepEqual(await db.selectFrom('logos').selectAll().execute(), []);
  const ready = await app.inject({ url: '/health/ready' });
  assert.equal(ready.statusCode, 503);
  assert.equal(ready.json().checks.objectStore.ok, false);
  assert.equal(ready.json().checks.postgres.ok, true);
});
