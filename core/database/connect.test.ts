import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { inSchema } from '../store-namespace.ts';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { connectDatabase } from './connect.ts';
import type { Tables } from './schema.ts';
import { requireOurSession } from './session-options.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

test('a connection that breaks between two queries fails the transaction, and not the process', async (t) => {
  const { db } = await testDatabase(t);
  const broken = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    await sleep(100);
    await sql`select 1`.execute(tx);
  });
  await assert.rejects(broken, isDatabaseUnavailable);
  await sql`select 1`.execute(db);
});

test('what a server or a role has set otherwise is not what our sessions have', async (t) => {
  const { db, url } = await testDatabase(t);
  for (const setting of [
    `default_transaction_isolation = 'serializable'`,
    `"DateStyle" = 'SQL, DMY'`,
    `"TimeZone" = 'Asia/Kolkata'`,
    `lock_timeout = '20ms'`,
    'standard_conforming_strings = off',
  ])
    await sql.raw(`alter database ${new URL(url).pathname.slice(1)} set ${setting}`).execute(db);
  const own = connectDatabase(url, silent);
  const read = sql<Record<string, unknown>>`
    select timestamptz '2026-02-01T10:00:00Z' as at, '\\d' as text, current_setting('transaction_isolation') as isolation,
      current_setting('lock_timeout') as wait`;
  const { rows } = await read.execute(own).finally(() => own.destroy());
  assert.deepEqual(rows, [
    { at: new Date('2026-02-01T10:00:00Z'), text: '\\d', isolation: 'read committed', wait: '0' },
  ]);
});

test('a program does not start on sessions that are without their options', async (t) => {
  const { db, url } = await testDatabase(t);
  await requireOurSession(db);
  const pool = new Pool({ connectionString: url });
  // Its connections may still be closing when their database is dropped.
  pool.on('error', () => {});
  const pooled = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  defer(t, () => pooled.destroy());
  await assert.rejects(requireOurSession(pooled), /^Unfit: its sessions are without their options, as behind a pooler/);
});

test('what a connection sets for itself goes with what its URL sets', async (t) => {
  const { url } = await testDatabase(t);
  const at = inSchema(`${url}?options=-cwork_mem%3D1MB&application_name=a%20b`, 'pr_12');
  const db = connectDatabase(at, silent, { options: '-c enable_sort=off -c jit=off' });
  const shown = sql<{ set: string[] }>`
    select array_agg(name || '=' || current_setting(name)) as set
    from unnest(array['search_path', 'work_mem', 'application_name', 'enable_sort', 'jit']) as name`;
  const { rows } = await shown.execute(db).finally(() => db.destroy());
  const set = ['search_path=pr_12', 'work_mem=1MB', 'application_name=a b', 'enable_sort=off', 'jit=off'];
  assert.deepEqual(rows, [{ set }]);
});
