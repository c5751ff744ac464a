import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReceiptKeys } from '@logomorph/contract/erasure.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { compactVerify, createLocalJWKSet } from 'jose';
import { sql } from 'kysely';
import Value from 'typebox/value';
import { canonicalJson } from '../canonical-json.ts';
import { newLogo, OTHER_SVG, testApp } from '../testing/app.ts';
import { carryOut, settle } from '../testing/erasing.ts';
import { fillTenant } from '../testing/full-tenant.ts';
import { lockTenant } from '../use-cases/tenants.ts';

test('a tenant is erased by its own wish, and its receipt is read without a key', async (t) => {
  let time = 0;
  let woken = 0;
  const product = await testApp(t, {
    now: () => time,
    wakeErasures: () => {
      woken += 1;
    },
  });
  const { app } = product;
  const { tenantId, headers, renderIds, logoId } = await fillTenant(product, 'Jane Doe & Sons');
  const read = await app.inject({ url: `/v1/renders/${renderIds.succeeded}`, headers });
  const file = String(read.json().outputs[0].signedUrl);
  assert.equal((await app.inject({ url: file })).statusCode, 200);

  const asked = await app.inject({ method: 'DELETE', url: `/v1/tenant?confirm=${tenantId.toUpperCase()}`, headers });
  assert.equal(asked.statusCode, 202, asked.body);
  const erasure = asked.json();
  assert.equal(erasure.state, 'pending');
  assert.equal(erasure.requestedBy, headers.authorization.slice('Bearer '.length, 'Bearer '.length + 19));
  assert.equal(asked.headers.location, erasure.receiptUrl);
  assert.equal(woken, 1);
  const again = await app.inject({ method: 'DELETE', url: `/v1/tenant?confirm=${tenantId}`, headers });
  assert.equal(again.json().id, erasure.id, 'asking again changes nothing');

  assert.equal((await app.inject({ url: file })).statusCode, 404);
  time += 5000;
  assert.equal((await app.inject({ url: '/v1/logos', headers })).statusCode, 401);
  const receipt = async () => {
    const answer = await app.inject({ url: erasure.receiptUrl });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['cache-control'], 'no-store');
    return answer.json();
  };
  assert.equal((await receipt()).state, 'pending');
  await carryOut(product);
  assert.equal((await receipt()).state, 'running');
  await settle(product);
  await carryOut(product);
  const done = await receipt();
  assert.equal(done.state, 'succeeded');
  assert.deepEqual(done.receipt.subject, { type: 'tenant', id: tenantId });
  assert.equal(done.receipt.requestedBy, erasure.requestedBy);
  assert.equal(done.receipt.finishedAt, done.finishedAt);
  assert.ok(done.receipt.rows.renders > 0);
  assert.ok(!JSON.stringify(done).includes('Jane'), 'a receipt has no personal data');
  assert.ok(!JSON.stringify(done).includes(logoId));

  const text = canonicalJson(done.receipt);
  assert.equal(sha256(text), done.receiptSha256);
  const keys = Value.Parse(ReceiptKeys, (await app.inject({ url: '/.well-known/jwks.json' })).json());
  const { payload } = await compactVerify(done.signedReceipt, createLocalJWKSet(keys));
  assert.equal(Buffer.from(payload).toString(), text);
  const [head, , signature] = String(done.signedReceipt).split('.');
  const forged = `${head}.${Buffer.from(text.replace('"logos":2', '"logos":3')).toString('base64url')}.${signature}`;
  await assert.rejects(compactVerify(forged, createLocalJWKSet(keys)), /signature verification failed/);
});

test('of a tenant that is being erased nothing is made, while its key is remembered', async (t) => {
  const { app, tenantId, headers } = await testApp(t);
  await app.inject({ method: 'DELETE', url: `/v1/tenant?confirm=${tenantId}`, headers });
  for (const [url, payload] of [
    ['/v1/keys', { name: 'late' }],
    ['/v1/webhooks', { url: 'https://example.com/hook' }],
    ['/v1/logos/uploads', { bytes: 1, sha256: 'a'.repeat(64) }],
  ] as const) {
    const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload });
    assert.equal(statusCode, 404, body);
  }
});

test('a tenant whose erasure is asked for several times at once has one', async (t) => {
  const { app, db, tenantId, headers } = await testApp(t);
  const url = `/v1/tenant?confirm=${tenantId}`;
  const ask = () => app.inject({ method: 'DELETE', url, headers });
  const holding = await db.startTransaction().execute();
  await lockTenant(holding, tenantId);
  const asked = [ask(), ask(), ask()];
  // None of them has found one that is under way.
  await untilWaiting(db, asked.length);
  await holding.rollback().execute();
  const answers = await Promise.all(asked);
  const { id } = await db.selectFrom('erasures').select('id').executeTakeFirstOrThrow();
  for (const answer of answers) {
    assert.equal(answer.statusCode, 202, answer.body);
    assert.equal(answer.json().id, id);
  }
});

test('a tenant is not erased by accident', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, newKey, headers } = product;
  const other = await newKey('other');
  for (const query of ['', `?confirm=${other.tenantId}`]) {
    const answer = await app.inject({ method: 'DELETE', url: `/v1/tenant${query}`, headers });
    assert.equal(answer.statusCode, 422);
    assert.equal(answer.json().errors[0].pointer, '/confirm');
    assert.ok(answer.json().errors[0].detail.includes(tenantId));
  }
  const weak = await newKey('default', ['read', 'render']);
  const url = `/v1/tenant?confirm=${tenantId}`;
  assert.equal((await app.inject({ method: 'DELETE', url, headers: weak.headers })).statusCode, 403);
  assert.deepEqual(await db.selectFrom('erasures').selectAll().execute(), []);
});

test('erasures are read by their tenant alone, or by their address', async (t) => {
  const product = await testApp(t, { now: () => 0 });
  const { app, tenantId, headers, newKey } = product;
  const other = await newKey('other');
  const url = `/v1/tenant?confirm=${tenantId}`;
  const { id, receiptUrl } = (await app.inject({ method: 'DELETE', url, headers })).json();
  // The key is still known here for a moment.
  assert.equal((await app.inject({ url: `/v1/erasures/${id}`, headers })).json().receiptUrl, receiptUrl);
  assert.deepEqual(
    (await app.inject({ url: '/v1/erasures', headers })).json().items.map((erasure: { id: string }) => erasure.id),
    [id],
  );
  assert.equal((await app.inject({ url: `/v1/erasures/${id}`, headers: other.headers })).statusCode, 404);
  assert.deepEqual((await app.inject({ url: '/v1/erasures', headers: other.headers })).json(), { items: [] });
  for (const wrong of [
    receiptUrl.replace(/signature=.{3}/, 'signature=AAA'),
    receiptUrl.replace('expires=', 'expires=9'),
  ]) {
    assert.equal((await app.inject({ url: wrong })).statusCode, 403);
  }
  assert.equal((await app.inject({ url: `/erasures/${id}` })).statusCode, 422);
});

test('a logo that there is none of is pointed at', async (t) => {
  const { app, headers } = await testApp(t);
  const payload = { logoId: crypto.randomUUID() };
  const answer = await app.inject({ method: 'POST', url: '/v1/erasures', headers, payload });
  assert.equal(answer.statusCode, 404, answer.body);
  assert.deepEqual(answer.json().errors, [{ pointer: '/logoId', detail: 'There is no such logo' }]);
});

test('logos that are erased at once, with renders of the same types, do not wait for each other for ever', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, headers } = product;
  const ask = (url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload });
  const logoIds = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  for (const [number, types] of [
    ['kit', 'palette'],
    ['palette', 'kit'],
  ].entries()) {
    for (const type of types) await ask('/v1/renders', { logoId: logoIds[number], recipe: { type } });
  }
  // The usage of the day, which each render adds to as it ends.
  const holding = await db.startTransaction().execute();
  const values = ['kit', 'palette'].map((type) => ({ tenant_id: tenantId, day: sql<Date>`now()`, recipe_type: type }));
  await holding.insertInto('usage_days').values(values).execute();
  const asked = logoIds.map((logoId) => ask('/v1/erasures', { logoId }));
  await untilWaiting(db, asked.length);
  await holding.rollback().execute();
  for (const answer of await Promise.all(asked)) assert.equal(answer.statusCode, 202, answer.body);
});
