import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '@logomorph/core/database/schema.ts';
import { tenantPrefix, uploadKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { s3Store } from '@logomorph/core/object-store/s3-store.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';
import { allRows, tablesOfTenants } from '../testing/all-rows.ts';
import { type TestApp, testApp } from '../testing/app.ts';
import { beginErasing, carryOut, settle } from '../testing/erasing.ts';
import { fillTenant } from '../testing/full-tenant.ts';
import { addUpChanges } from '../use-cases/counters.ts';
import { eraseNext } from './erasures.ts';

// biome-ignore lint/style/noProcessEnv: where a real S3 server is, is told this way
const { E2E_S3_ENDPOINT: endpoint, E2E_S3_BUCKET: bucket = 'logomorph', CI } = process.env;
const noS3 = endpoint === undefined && CI !== 'true' && 'E2E_S3_ENDPOINT is not set: no S3 server to test with';

/** Erasures outlive what they are about. Counts of requests end with their minute, and the queue's log of jobs by its length. */
const STAYS = new Set(['erasures', 'rate_limits', 'bullmq.event']);
/** Of an erasure of a logo alone, while it is under way; `outbox` is of versions before, and its rows go with their renders. */
const NOT_FILLED = new Set(['erasures', 'erasure_objects', 'outbox']);

test('nothing is left of an erased tenant in any table, nor in a folder', async (t) => {
  await leavesNothing(await testApp(t));
});

test('nothing is left of an erased tenant in an S3 bucket', { skip: noS3 }, async (t) => {
  const place = { bucket, endpoint: endpoint ?? '', publicEndpoint: undefined, region: 'us-east-1' };
  const store = s3Store(place, silent);
  t.after(() => store.close());
  await leavesNothing(await testApp(t, { store }));
});

async function leavesNothing(product: TestApp): Promise<void> {
  const { db, store } = product;
  const kept = await fillTenant(product, 'to be kept');
  const erased = await fillTenant(product, 'to be erased');
  const ids = await idsOf(db, erased.tenantId);
  const before = await allRows(db);
  for (const table of await tablesOfTenants(db)) {
    const isThere = before.get(table)?.some((row) => ids.some((id) => row.includes(id)));
    assert.ok(isThere || NOT_FILLED.has(table), `${table} has rows of tenants: this test is to have some`);
  }
  const keptIds = await idsOf(db, kept.tenantId);
  const rowsOfKept = () => mentions(keptIds, db);
  const keptBefore = await rowsOfKept();
  const keptObjects = await keysOf(store, kept.tenantId);
  assert.ok((await keysOf(store, erased.tenantId)).length >= 4);

  await beginErasing(db, erased.tenantId);
  await carryOut(product);
  const waiting = await db.selectFrom('erasures').selectAll().executeTakeFirstOrThrow();
  assert.equal(waiting.state, 'running', 'bytes may still come by the address of the upload');
  assert.ok((waiting.due_at ?? new Date(0)).valueOf() > Date.now() + 7000_000);
  await addUpChanges(db);
  assert.deepEqual(
    (await mentions(ids, db)).map((row) => row.split(' ')[0]),
    ['identities', 'tenants'],
  );

  const upload = Buffer.from('sent late, by the address of the upload');
  await store.put(uploadKey(erased.tenantId, erased.uploadId), upload, 'image/png');
  await settle(product);
  await carryOut(product);
  assert.deepEqual(await mentions(ids, db), []);
  assert.deepEqual(await keysOf(store, erased.tenantId), []);
  assert.deepEqual(await keysOf(store, kept.tenantId), keptObjects);
  assert.deepEqual(await rowsOfKept(), keptBefore);
  const { state, receipt } = await db.selectFrom('erasures').selectAll().executeTakeFirstOrThrow();
  assert.equal(state, 'succeeded');
  const { rows, objects, recheck } = JSON.parse(
    Buffer.from(String(receipt).split('.')[1] ?? '', 'base64url').toString(),
  );
  assert.equal(rows.renders, 7);
  assert.equal(rows.logos, 2);
  assert.equal(rows.identities, 1);
  assert.equal(rows.render_outputs, 2);
  assert.equal(rows.webhook_endpoints, 1);
  assert.ok(objects.removed >= 4 && objects.bytes > 100, JSON.stringify(objects));
  assert.deepEqual([recheck.rows, recheck.objects], [0, 0]);
  for await (const page of store.list(tenantPrefix(kept.tenantId))) await store.removeListed(page);
}

test('an erasure waits, and ends, by the clock of the database', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const { tenantId } = await fillTenant(product, 'one');
  await beginErasing(db, tenantId);
  const read = () =>
    db
      .selectFrom('erasures')
      .select(['state', sql<boolean>`due_at > now()`.as('waits'), sql<boolean>`finished_at <= now()`.as('is_over')])
      .executeTakeFirstOrThrow();
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 24 * 3_600_000 });
  await carryOut(product);
  assert.deepEqual(await read(), { state: 'running', waits: true, is_over: null }, 'its clock is fast');
  t.mock.timers.reset();
  await settle(product);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  await eraseNext({ ...product, signer: product.receipts, settleSeconds: 0, logger: silent });
  assert.deepEqual(await read(), { state: 'succeeded', waits: null, is_over: true }, 'its clock is slow');
});

test('an erasure that fails is tried again after a minute by the clock of the database', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  await beginErasing(db, product.tenantId);
  const list = () => {
    throw new Error('the store is down');
  };
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  await eraseNext({
    ...product,
    store: { ...product.store, list },
    signer: product.receipts,
    settleSeconds: 0,
    logger: silent,
  });
  const { wait } = await db
    .selectFrom('erasures')
    .select(sql<number>`extract(epoch from due_at - now())::float8`.as('wait'))
    .executeTakeFirstOrThrow();
  assert.ok(wait > 0 && wait <= 60, `${wait}`);
});

/** The ids of a tenant and of what it has: where none of them is, nothing is known of it. */
async function idsOf(db: Database, tenantId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from logos where tenant_id = ${tenantId}
    union select id from renders where tenant_id = ${tenantId}
    union select id from webhook_endpoints where tenant_id = ${tenantId}
    union select id from webhook_events where tenant_id = ${tenantId}`.execute(db);
  return [tenantId, ...rows.map(({ id }) => id)];
}

async function mentions(ids: string[], db: Database): Promise<string[]> {
  const tables = [...(await allRows(db))].filter(([name]) => !STAYS.has(name));
  const found = tables.flatMap(([name, rows]) => rows.map((row) => `${name} ${row}`));
  return found.filter((row) => ids.some((id) => row.includes(id))).sort();
}

async function keysOf(store: Pick<ObjectStore, 'list'>, tenantId: string): Promise<string[]> {
  const objects = (await Array.fromAsync(store.list(tenantPrefix(tenantId)))).flat();
  return objects.map(({ key }) => key).sort();
}
