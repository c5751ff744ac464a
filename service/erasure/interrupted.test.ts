import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { byOperator } from '@logomorph/core/audit.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { objectsIn, SVG, type TestApp, testApp } from '../testing/app.ts';
import { beginErasing, carryOut, killAtEachPage, settle } from '../testing/erasing.ts';
import { fillTenant } from '../testing/full-tenant.ts';
import { addOutput } from '../testing/stored-output.ts';
import { receiveLogoUpload } from '../use-cases/receive-logo-upload.ts';
import { storeLogo } from '../use-cases/store-logo.ts';
import { countRows } from './tenant-tables.ts';

/** What a finished erasure has counted. */
async function counted({ db }: TestApp) {
  const row = await db.selectFrom('erasures').selectAll().executeTakeFirstOrThrow();
  assert.equal(row.state, 'succeeded');
  return { rows: row.erased, objects: Number(row.objects) };
}

test('an erasure that is killed before any of its steps goes on, and counts nothing twice', async (t) => {
  const whole = await testApp(t);
  await beginErasing(whole.db, (await fillTenant(whole, 'whole')).tenantId);
  await settle(whole);
  await carryOut(whole);

  const product = await testApp(t);
  await beginErasing(product.db, (await fillTenant(product, 'whole')).tenantId);
  const kills = await killAtEachPage(product);
  assert.ok(kills >= 4, `${kills} kills`);
  const { rows, objects } = await counted(product);
  const { rows: wholeRows, objects: wholeObjects } = await counted(whole);
  // Changes of counters are added up now and then, so how many rows they are is not certain.
  const certain = ({ counters, counter_changes, ...others }: Record<string, number>) => others;
  assert.deepEqual(certain(rows), certain(wholeRows));
  assert.equal(objects, wholeObjects);
  assert.deepEqual(await objectsIn(product), []);
});

test('while one process is at an erasure, no other takes it', async (t) => {
  const product = await testApp(t);
  const { tenantId } = await fillTenant(product, 'one');
  await beginErasing(product.db, tenantId);
  const listing = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow = {
    ...product.store,
    async *list(prefix: string) {
      listing.resolve();
      await goOn.promise;
      yield* product.store.list(prefix);
    },
  };
  const first = carryOut(product, { store: slow });
  await listing.promise;
  await carryOut(product, {
    store: { ...product.store, list: () => assert.fail('another process is at it'), removeListed: async () => {} },
  });
  goOn.resolve();
  await first;
  assert.deepEqual(await objectsIn(product), []);
});

test('what a render and uploads store while their tenant is erased is removed as well', async (t) => {
  const product = await testApp(t);
  const { db, store } = product;
  const { tenantId, renderIds, uploadId } = await fillTenant(product, 'late');
  const sent = Promise.withResolvers<void>();
  const bytes = Buffer.from(`${SVG}<!-- late -->`);
  const body = Readable.from(
    (async function* () {
      yield bytes.subarray(0, 10);
      await sent.promise;
      yield bytes.subarray(10);
    })(),
  );
  const upload = receiveLogoUpload({ db, store, takeRate: async () => {} }, uploadId, body);
  const stored = Promise.withResolvers<void>();
  const putting = Promise.withResolvers<void>();
  const slow = {
    ...store,
    async put(...object: Parameters<typeof store.put>) {
      putting.resolve();
      await stored.promise;
      return store.put(...object);
    },
  };
  const logo = storeLogo({ ...product, store: slow }, byOperator(tenantId), Buffer.from(`${SVG}<!-- another -->`));
  await putting.promise;
  await until(async () => (await objectsIn(product)).length === 6);
  const early = await objectsIn(product);

  await beginErasing(db, tenantId);
  await carryOut(product);
  assert.deepEqual(await objectsIn(product), []);

  sent.resolve();
  // Half of it was removed.
  await assert.rejects(upload, { problem: 'unavailable' });
  stored.resolve();
  // Its note was erased, so it is refused.
  await assert.rejects(logo, { problem: 'unavailable' });
  const output = { name: 'late.png', mediaType: 'image/png', bytes: Buffer.from('late') };
  await assert.rejects(addOutput({ db, store, tenantId }, renderIds.running, output), /violates foreign key/);
  const row = { id: uuid(), tenant_id: tenantId, sha256: 'a', format: 'svg' as const, bytes: 1 };
  await db.insertInto('logos').values(row).execute();
  const late = await objectsIn(product);
  assert.equal(late.length, 2, 'an output and a logo');
  assert.ok(late.some((key) => key.endsWith('/late.png')));

  await settle(product);
  await carryOut(product);
  assert.deepEqual(await objectsIn(product), []);
  assert.equal(await countRows(db, tenantId), 0);
  const { objects } = await counted(product);
  assert.equal(objects, early.length + late.length);
});

test('what is being stored at the very end is waited for, and removed', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  await beginErasing(db, tenantId);
  const written = Promise.withResolvers<void>();
  const commit = Promise.withResolvers<void>();
  defer(t, () => commit.resolve());
  const late = db.transaction().execute(async (tx) => {
    const row = { id: uuid(), tenant_id: tenantId, sha256: 'a', format: 'svg' as const, bytes: 1 };
    await tx.insertInto('logos').values(row).execute();
    written.resolve();
    await commit.promise;
  });
  await written.promise;
  const erasing = carryOut(product);
  await until(async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length > 0;
  });
  commit.resolve();
  await Promise.all([late, erasing]);
  assert.deepEqual((await counted(product)).rows.logos, 1);
  assert.deepEqual(await db.selectFrom('tenants').selectAll().execute(), []);
});
