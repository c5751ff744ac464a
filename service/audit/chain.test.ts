import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { byOperator, recordAudit } from '@logomorph/core/audit.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { eraseTenant } from '../use-cases/erase-tenant.ts';
import { chainAll, chainEntries } from './chain.ts';
import { toUnhashed } from './entries.ts';
import { hashOfEntry, NO_HASH } from './entry-hash.ts';

test('chains each entry once and without gaps, however many write and chain at once', async (t) => {
  const { db, tenantId } = await tenant(t);
  const ids = Array.from({ length: 50 }, (_, index) => `logo-${index}`);
  await Promise.all([...ids.map((id) => record(db, tenantId, id)), ...ids.map(() => chainEntries(db, tenantId))]);
  await Promise.all([chainAll(db), chainAll(db)]);
  const entries = await chainOf(db, tenantId);
  assert.deepEqual(entries.map(({ target_id }) => target_id).sort(), ids.sort());
  assert.deepEqual(await db.selectFrom('audit_pending').selectAll().execute(), []);
});

test('chains entries of a tenant in the order of what was done, and each tenant by itself', async (t) => {
  const { db, tenantId } = await tenant(t);
  const other = await newTenant(db, 'other');
  for (const id of ['a', 'b', 'c']) {
    await record(db, tenantId, id);
    await record(db, other, id);
  }
  await chainAll(db);
  await record(db, tenantId, 'd');
  await chainAll(db);
  assert.deepEqual(
    (await chainOf(db, tenantId)).map(({ target_id }) => target_id),
    ['a', 'b', 'c', 'd'],
  );
  assert.equal((await chainOf(db, other)).length, 3);
});

test('a chain that cannot go on holds up no other', async (t) => {
  const { db, tenantId } = await tenant(t);
  const others = await Promise.all(['b', 'c', 'd'].map((name) => newTenant(db, name)));
  await record(db, tenantId, 'first');
  await chainAll(db);
  // As after a head was put back that is older than its entries.
  await db.updateTable('audit_heads').where('tenant_id', '=', tenantId).set({ seq: '0' }).execute();
  for (const id of [tenantId, ...others]) await record(db, id, 'next');
  await assert.rejects(chainAll(db), /audit_entries_pkey/);
  for (const id of others) assert.equal((await chainOf(db, id)).length, 1);
});

test('chains more than a page', async (t) => {
  const { db, tenantId } = await tenant(t);
  await db.transaction().execute(async (tx) => {
    for (let index = 0; index < 501; index += 1) await recordIn(tx, tenantId, `logo-${index}`);
  });
  await chainAll(db);
  assert.equal((await chainOf(db, tenantId)).length, 501);
});

test('records nothing of what is rolled back', async (t) => {
  const { db, tenantId } = await tenant(t);
  const failed = db.transaction().execute(async (tx) => {
    await recordIn(tx, tenantId, 'a');
    throw new Error('no');
  });
  await assert.rejects(failed);
  await chainAll(db);
  assert.deepEqual(await chainOf(db, tenantId), []);
});

test('loses and repeats nothing when a process ends while it chains', async (t) => {
  const { db, url, tenantId } = await tenant(t);
  const dying = connectDatabase(url, silent);
  defer(t, () => dying.destroy());
  for (const id of ['a', 'b', 'c']) await record(db, tenantId, id);
  await sql`create function slow() returns trigger language plpgsql as $$
    begin
      if current_setting('application_name') = 'dying' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger slow before update on audit_heads for each row execute function slow()`.execute(db);
  const chaining = dying.connection().execute(async (connection) => {
    await sql`set application_name = 'dying'`.execute(connection);
    // On this connection, which is ended between the entries and the head.
    await chainEntries(connection, tenantId);
  });
  await assert.rejects(chaining);
  assert.deepEqual(await chainOf(db, tenantId), []);
  await chainAll(db);
  assert.equal((await chainOf(db, tenantId)).length, 3);
});

test('lets nobody change or remove an entry while its tenant is there', async (t) => {
  const { db, tenantId } = await tenant(t);
  await record(db, tenantId, 'a');
  await chainAll(db);
  const refused = { message: /neither changed nor removed/ };
  await assert.rejects(db.updateTable('audit_entries').set({ action: 'key.revoked' }).execute(), refused);
  await assert.rejects(db.deleteFrom('audit_entries').execute(), refused);
  await assert.rejects(sql`truncate audit_entries`.execute(db), refused);
  assert.equal((await chainOf(db, tenantId)).length, 1);
});

test('lets entries be removed with a tenant that is erased, and keeps none that come late', async (t) => {
  const { db, tenantId } = await tenant(t);
  const other = await newTenant(db, 'other');
  for (const id of [tenantId, other]) await record(db, id, 'a');
  await chainAll(db);
  await db.transaction().execute((tx) => eraseTenant(tx, byOperator(tenantId)));
  await record(db, tenantId, 'b');
  await chainAll(db);
  await db.deleteFrom('audit_entries').where('tenant_id', '=', tenantId).where('seq', '=', '1').execute();
  await db.deleteFrom('tenants').where('id', '=', tenantId).execute();
  await record(db, tenantId, 'c');
  await chainAll(db);
  for (const table of ['audit_entries', 'audit_heads', 'audit_pending'] as const) {
    assert.deepEqual(await db.selectFrom(table).select('tenant_id').where('tenant_id', '=', tenantId).execute(), []);
  }
  assert.equal((await chainOf(db, other)).length, 1);
});

async function tenant(t: TestContext) {
  const { db, url } = await testDatabase(t);
  return { db, url, tenantId: await newTenant(db, 'default') };
}

/** A tenant of which nothing is recorded. */
async function newTenant(db: Database, name: string): Promise<string> {
  const id = uuid();
  await db.insertInto('tenants').values({ id, name }).execute();
  return id;
}

function record(db: Database, tenantId: string, id: string): Promise<void> {
  return db.transaction().execute((tx) => recordIn(tx, tenantId, id));
}

function recordIn(tx: DatabaseTransaction, tenantId: string, id: string): Promise<void> {
  return recordAudit(tx, byOperator(tenantId), { action: 'logo.created', target: { type: 'logo', id } });
}

/** The entries of a tenant, whose chain is right. */
async function chainOf(db: Database, tenantId: string) {
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('seq')
    .execute();
  let previous = NO_HASH;
  for (const [index, row] of rows.entries()) {
    assert.equal(row.seq, String(index + 1));
    assert.equal(row.previous_hash, previous);
    assert.equal(row.hash, hashOfEntry(toUnhashed(row)));
    previous = row.hash;
  }
  const head = await db.selectFrom('audit_heads').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
  assert.deepEqual(head ?? { tenant_id: tenantId, seq: '0', hash: NO_HASH }, {
    tenant_id: tenantId,
    seq: String(rows.length),
    hash: previous,
  });
  return rows;
}
