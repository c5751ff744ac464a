import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOperator } from '@logomorph/core/audit.ts';
import { testApp } from '../testing/app.ts';
import { createApiKey } from './api-keys.ts';
import { eraseTenant } from './erase-tenant.ts';
import { ensureTenant } from './tenants.ts';

test('a tenant that is being erased is as good as gone, and one beside it is not', async (t) => {
  let time = 0;
  const { app, db, tenantId, headers, newKey } = await testApp(t, { now: () => time });
  const other = await newKey('other');
  const ask = async (who: { authorization: string }) =>
    (await app.inject({ url: '/v1/renders', headers: who })).statusCode;
  assert.equal(await ask(headers), 200);

  const erasure = await db.transaction().execute((tx) => eraseTenant(tx, byOperator(tenantId)));
  assert.equal(erasure.state, 'pending');
  assert.deepEqual([erasure.subject_type, erasure.subject_id], ['tenant', tenantId]);
  const again = db.transaction().execute((tx) => eraseTenant(tx, byOperator(tenantId)));
  await assert.rejects(again, { problem: 'not-found' });
  const key = { name: 'late', scopes: ['read' as const] };
  await assert.rejects(createApiKey(db, { ...byOperator(tenantId), scopes: ['read'] }, key), { problem: 'not-found' });
  time += 5000;
  assert.equal(await ask(headers), 401);
  assert.equal(await ask(other.headers), 200);
  assert.notEqual(await ensureTenant(db, 'default'), tenantId, 'its name is free');
});
