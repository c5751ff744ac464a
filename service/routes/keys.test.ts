import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';
import { keysOf } from '../testing/keys.ts';
import { problemOf } from '../testing/problem-of.ts';
import { findLiveKey, recordUse } from '../use-cases/authentication.ts';

test('a key is shown once, works, is listed without its secret, and ends when revoked', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const created = await keys.create({ name: 'website' });
  assert.equal(created.statusCode, 201);
  assert.equal(created.headers['cache-control'], 'no-store');
  const { key, ...shown } = created.json();
  assert.equal(created.headers.location, `/v1/keys/${shown.id}`);
  assert.deepEqual(shown.scopes, ['read', 'render'], 'none that manages keys, unless asked for');
  assert.ok(key.startsWith(`${shown.prefix}_`));
  const [first, second] = await keys.list();
  assert.deepEqual(first, shown);
  assert.equal(second.name, 'test');

  assert.equal(await keys.statusWith(key), 200);
  assert.equal((await keys.revoke(shown.id)).statusCode, 204);
  assert.equal(await keys.statusWith(key), 401);
  const { revokedAt } = (await keys.list())[0];
  assert.equal((await keys.revoke(shown.id)).statusCode, 204);
  assert.equal((await keys.list())[0].revokedAt, revokedAt);
});

test('only a hash of the secret is stored', async (t) => {
  const { app, db, headers } = await testApp(t);
  const { key } = (await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'x' } })).json();
  const secret = key.slice(key.lastIndexOf('_') + 1);
  const rows = await db.selectFrom('api_keys').selectAll().execute();
  for (const row of rows) {
    assert.equal(row.hash.length, 32);
    assert.ok(!JSON.stringify(row).includes(secret));
    assert.ok(!row.hash.includes(secret));
  }
});

test('a key of the version before has no checksum, and goes on working with all scopes', async (t) => {
  const { app, db, tenantId } = await testApp(t);
  const secret = '5'.repeat(48);
  await sql`insert into api_keys (id, tenant_id, name, prefix, hash) values (${crypto.randomUUID()}, ${tenantId}, 'old',
    'lm_0123456789abcdef', ${hash('sha256', secret, 'buffer')})`.execute(db);
  const headers = { authorization: `Bearer lm_0123456789abcdef_${secret}` };
  const { items } = (await app.inject({ url: '/v1/keys', headers })).json();
  assert.deepEqual(items.find((key: { name: string }) => key.name === 'old').scopes, ['read', 'render', 'admin']);
});

test('without a valid key nothing under /v1 is told', async (t) => {
  const { app, headers } = await testApp(t);
  const wrong = `${headers.authorization.slice(0, -1)}${headers.authorization.endsWith('0') ? '1' : '0'}`;
  for (const authorization of [undefined, 'Bearer x', 'Basic abc', wrong]) {
    const sent = authorization === undefined ? {} : { authorization };
    const answer = await app.inject({ url: '/v1/renders', headers: sent });
    assert.equal(answer.statusCode, 401, String(authorization));
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  }
});

test("another tenant's key is like one that does not exist", async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const other = keysOf({ app: product.app, ...(await product.newKey('other')) });
  const [{ id }] = await other.list();
  const asked = [await keys.read(id), await keys.revoke(id), await keys.rename(id, 'mine'), await keys.rotate(id)];
  for (const answer of asked) {
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.json().detail, 'There is no such API key');
  }
  const [kept] = await other.list();
  assert.equal(kept.name, 'test');
  assert.equal(kept.expiresAt, undefined);
});

test('a key is read by itself as it is in the list, with the scope admin', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const { id } = (await keys.create({ name: 'website' })).json();
  await keys.revoke(id);
  const answer = await keys.read(id);
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), (await keys.list())[0]);
  assert.ok(answer.json().revokedAt);
  const reader = keysOf({ app: product.app, ...(await product.newKey('default', ['read', 'render'])) });
  assert.equal(problemOf(await reader.read(id)), 'insufficient-scope');
});

test('a key is renamed', async (t) => {
  const keys = keysOf(await testApp(t));
  const { id } = (await keys.create({ name: 'old' })).json();
  const renamed = await keys.rename(id, 'new');
  assert.equal(renamed.statusCode, 200);
  assert.equal(renamed.json().name, 'new');
  assert.deepEqual((await keys.list())[0], renamed.json());
});

test('no key makes one that may do more than itself', async (t) => {
  const product = await testApp(t);
  const { id } = (await keysOf(product).create({ name: 'full', scopes: ['read', 'admin'] })).json();
  const keys = keysOf({ app: product.app, ...(await product.newKey('default', ['admin'])) });
  for (const answer of [await keys.create({ name: 'x', scopes: ['read', 'admin'] }), await keys.rotate(id)]) {
    assert.equal(answer.statusCode, 403);
    assert.equal(problemOf(answer), 'insufficient-scope');
    assert.equal(answer.json().detail, 'The API key or access token lacks the scope read');
  }
  assert.equal((await keys.create({ name: 'x', scopes: ['admin'] })).statusCode, 201);
  const full = (await keys.list()).find((key: { id: string }) => key.id === id);
  assert.equal(full.expiresAt, undefined, 'a rotation that was refused has ended nothing');
});

test('scopes and times that make no sense are refused, by field', async (t) => {
  const keys = keysOf(await testApp(t));
  for (const [wish, pointer] of [
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['read', 'read'] }, '/scopes'],
    [{ scopes: ['write'] }, '/scopes/0'],
    [{ scopes: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }] }, '/scopes'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: '2099-12-31T23:59:60Z' }, '/expiresAt'],
    [{ expiresAt: 'soon' }, '/expiresAt'],
    [{ requestsPerMinute: 0 }, '/requestsPerMinute'],
  ] as const) {
    const answer = await keys.create({ name: 'x', ...wish });
    assert.equal(answer.statusCode, 422, JSON.stringify(wish));
    assert.equal(answer.json().errors[0].pointer, pointer);
  }
  assert.equal((await keys.rotate((await keys.list())[0].id, { overlapSeconds: 604_801 })).statusCode, 422);
});

test('a key stops at its expiry', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const { id, key, prefix, ...made } = (await keys.create({ name: 'x', expiresAt })).json();
  assert.equal(made.expiresAt, expiresAt);
  const { msLeft = 0 } = (await findLiveKey(product.db, prefix)) ?? {};
  assert.ok(msLeft > 0 && msLeft <= 60_000, String(msLeft));
  await product.db.updateTable('api_keys').where('id', '=', id).set({ expires_at: sql`now()` }).execute();
  assert.equal(await keys.statusWith(key), 401);
});

test('a rotated key has the same rights, and the old one goes on for the overlap', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const old = (await keys.create({ name: 'website', scopes: ['read'] })).json();
  await product.db.updateTable('api_keys').where('id', '=', old.id).set({ requests_per_minute: 7 }).execute();
  const before = Date.now();
  const rotated = await keys.rotate(old.id);
  assert.equal(rotated.statusCode, 201);
  assert.equal(rotated.headers['cache-control'], 'no-store');
  assert.equal(rotated.headers.location, `/v1/keys/${rotated.json().id}`);
  const { name, scopes, key, prefix, expiresAt } = rotated.json();
  assert.deepEqual({ name, scopes, expiresAt }, { name: 'website', scopes: ['read'], expiresAt: undefined });
  assert.equal((await findLiveKey(product.db, prefix))?.principal.requestsPerMinute, 7);
  assert.equal(await keys.statusWith(key), 200);
  assert.equal(await keys.statusWith(old.key), 200);
  const [, shown] = await keys.list();
  assert.equal(shown.id, old.id);
  assert.ok(Math.abs(Date.parse(shown.expiresAt) - before - 86_400_000) < 60_000, shown.expiresAt);

  assert.equal((await keys.rotate(old.id, { overlapSeconds: 604_800 })).statusCode, 201);
  assert.equal((await keys.list())[2].expiresAt, shown.expiresAt, 'a later rotation prolongs nothing');
  assert.equal((await keys.rotate(old.id, { overlapSeconds: 0 })).statusCode, 201);
  assert.equal(await keys.statusWith(old.key), 401);
  const ended = await keys.rotate(old.id);
  assert.equal(ended.statusCode, 409);
  assert.equal(problemOf(ended), 'key-ended');
});

test('a rotation without a body is one without wishes, and a body that is none is refused', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const { id } = (await keysOf(product).create({ name: 'website' })).json();
  const request = { method: 'POST', url: `/v1/keys/${id}/rotate`, headers } as const;
  assert.equal((await app.inject({ ...request, payload: 'null' })).statusCode, 415);
  const json = { ...headers, 'content-type': 'application/json' };
  assert.equal((await app.inject({ ...request, headers: json, payload: 'null' })).statusCode, 422);
  assert.equal((await app.inject(request)).statusCode, 201);
  const [, shown] = await keysOf(product).list();
  const left = Date.parse(shown.expiresAt) - Date.now();
  assert.ok(Math.abs(left - 86_400_000) < 60_000, shown.expiresAt);
});

test('a tenant has as many live keys as the limit, however many are made at once', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const { db, tenantId } = product;
  const live = () => db.selectFrom('api_keys').select('id').where('revoked_at', 'is', null).execute();
  await sql`insert into api_keys (id, tenant_id, name, prefix, hash)
    select gen_random_uuid(), ${tenantId}, 'x', n, '' from generate_series(1, ${LIMITS.apiKeys - 3}::int) n`.execute(
    db,
  );
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => keys.create({ name: 'x' })));
  assert.deepEqual(answers.map((answer) => (answer.statusCode === 201 ? 'made' : problemOf(answer))).sort(), [
    'made',
    'made',
    'too-many-keys',
    'too-many-keys',
    'too-many-keys',
  ]);
  const id = answers.find(({ statusCode }) => statusCode === 201)?.json().id;
  assert.equal((await keys.rotate(id)).statusCode, 409, 'for the overlap there would be one more');
  assert.equal((await keys.rotate(id, { overlapSeconds: 0 })).statusCode, 201);
  assert.equal((await live()).length, LIMITS.apiKeys + 1, 'the one that was rotated has expired');
});

test('the last use of a key is noted, about once a minute', async (t) => {
  const { app, db, headers } = await testApp(t);
  const lastUse = async () => db.selectFrom('api_keys').select(['id', 'last_used_at']).executeTakeFirstOrThrow();
  assert.equal((await lastUse()).last_used_at, null);
  await app.inject({ url: '/v1/renders', headers });
  for (let n = 0; n < 200 && (await lastUse()).last_used_at === null; n += 1) {
    await sleep(10);
  }
  const { items } = (await app.inject({ url: '/v1/keys', headers })).json();
  assert.match(items[0].lastUsedAt, /^\d{4}-/);

  const { id } = await lastUse();
  const setBack = (seconds: number) =>
    db
      .updateTable('api_keys')
      .set({ last_used_at: sql`now() - make_interval(secs => ${seconds})` })
      .execute();
  await setBack(50);
  const before = await lastUse();
  await recordUse(db, id);
  assert.deepEqual(await lastUse(), before);
  await setBack(70);
  const earlier = await lastUse();
  await recordUse(db, id);
  assert.notDeepEqual(await lastUse(), earlier);
});
