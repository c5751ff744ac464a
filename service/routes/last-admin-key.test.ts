import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOperator } from '@logomorph/core/audit.ts';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';
import { keysOf } from '../testing/keys.ts';
import { problemOf } from '../testing/problem-of.ts';
import { revokeApiKey } from '../use-cases/revoke-api-key.ts';

test('the last key that can manage keys is not revoked; one that has ended does not count', async (t) => {
  const product = await testApp(t);
  const keys = keysOf(product);
  const [{ id: own }] = await keys.list();
  await product.newKey('other');
  await keys.create({ name: 'website' });
  const ended = (await keys.create({ name: 'ended', scopes: ['admin'] })).json();
  await keys.revoke(ended.id);
  const expired = (await keys.create({ name: 'expired', scopes: ['admin'] })).json();
  await keys.rotate((await keys.create({ name: 'rotated', scopes: ['admin'] })).json().id, { overlapSeconds: 0 });
  const [rotated] = await keys.list();
  await keys.rotate(expired.id, { overlapSeconds: 0 });
  const [second] = await keys.list();
  for (const { id } of [rotated, second]) assert.equal((await keys.revoke(id)).statusCode, 204);

  const refused = await keys.revoke(own);
  assert.equal(refused.statusCode, 409);
  assert.equal(problemOf(refused), 'last-admin-key');
  assert.equal((await keys.rotate(own, { overlapSeconds: 0 })).statusCode, 201, 'rotating it leaves one');
});

test('a key that ends earlier does not let the last one that can manage keys be revoked', async (t) => {
  const keys = keysOf(await testApp(t));
  const [{ id: own }] = await keys.list();
  const { id: lasting } = (await keys.rotate(own, { overlapSeconds: 600 })).json();
  assert.equal(problemOf(await keys.revoke(lasting)), 'last-admin-key');
  const dated = { scopes: ['admin'], expiresAt: '2099-01-01T00:00:00Z' };
  const ending = [];
  for (const name of ['a', 'b']) ending.push((await keys.create({ name, ...dated })).json().id);
  assert.equal(problemOf(await keys.revoke(lasting)), 'last-admin-key');
  for (const id of ending) assert.equal((await keys.revoke(id)).statusCode, 204);

  await keys.create({ name: 'c', scopes: ['admin'] });
  assert.equal((await keys.revoke(lasting)).statusCode, 204);
});

test('of keys that are revoked at once the one that ends last stays', async (t) => {
  const { db, tenantId, newKey } = await testApp(t);
  for (let n = 0; n < 5; n += 1) await newKey('default');
  const rows = await db.selectFrom('api_keys').select('id').orderBy('id').execute();
  await sql`update api_keys set expires_at = '2099-01-01' where id <> ${rows[0]?.id}`.execute(db);
  const done = await Promise.allSettled(rows.map(({ id }) => revokeApiKey(db, byOperator(tenantId), id)));
  assert.equal(done.filter(({ status }) => status === 'rejected').length, 1);
  const live = await db.selectFrom('api_keys').select('id').where('revoked_at', 'is', null).execute();
  assert.deepEqual(live, rows.slice(0, 1));
});
