import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { SVG, testApp } from '../testing/app.ts';

test('a logo is stored whole and once', async (t) => {
  const { app, headers, store, tenantId } = await testApp(t);
  const first = await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG });
  assert.equal(first.statusCode, 201);
  const logo = first.json();
  assert.equal(logo.format, 'svg');
  assert.equal(first.headers.location, `/v1/logos/${logo.id}`);
  const { stream } = await store.get(logoKey(tenantId, sha256(SVG)));
  assert.deepEqual(await buffer(stream), SVG);

  const again = await app.inject({ method: 'PUT', url: `/v1/logos/sha256/${sha256(SVG)}`, headers, payload: SVG });
  assert.equal(again.statusCode, 200);
  assert.deepEqual(again.json(), logo);
  assert.deepEqual((await app.inject({ url: `/v1/logos/${logo.id}`, headers })).json(), logo);
});

test('bytes decide, not the content type', async (t) => {
  const { app, headers } = await testApp(t);
  for (const type of ['application/json', 'image/png', 'multipart/form-data; boundary=x']) {
    const named = { ...headers, 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/v1/logos', headers: named, payload: SVG });
    assert.equal(answer.json().format, 'svg', type);
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
    remove: () => Promise.reject(new Error('down')),
    put: () => Promise.reject(new Error('disk full')),
    get: () => Promise.reject(new Error('disk full')),
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

test("another tenant's logo does not exist", async (t) => {
  const { app, headers, newKey } = await testApp(t);
  const other = await newKey('other');
  const { id } = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  assert.equal((await app.inject({ url: `/v1/logos/${id}`, headers: other.headers })).statusCode, 404);
  const stolen = { logoId: id, recipe: { type: 'kit' } };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers: other.headers, payload: stolen });
  assert.equal(answer.statusCode, 404);
});
