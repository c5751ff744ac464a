import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@logomorph/core/sha256.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { newLogo, SVG, testApp } from '../testing/app.ts';
import { lockLogo } from './logos.ts';
import { lockTenant } from './tenants.ts';

test('who announces a logo that is here waits for it before the tenant, as all do who need both', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, headers } = product;
  const logoId = await newLogo(product);
  const holding = await db.startTransaction().execute();
  await lockTenant(holding, tenantId);
  const payload = { bytes: SVG.length, sha256: sha256(SVG) };
  const answer = app.inject({ method: 'POST', url: '/v1/logos/uploads', headers, payload });
  await untilWaiting(db, 1);
  const other = db.transaction().execute(async (tx) => {
    await lockLogo(tx, tenantId, logoId);
    await lockTenant(tx, tenantId);
  });
  await untilWaiting(db, 2);
  await holding.rollback().execute();
  await other;
  assert.equal((await answer).statusCode, 201, (await answer).body);
  assert.equal((await answer).json().logo.id, logoId);
});
