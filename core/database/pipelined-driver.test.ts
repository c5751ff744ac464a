import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { connectDatabase } from './connect.ts';
import type { Database } from './schema.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

const tenants = async (db: Database) => (await db.selectFrom('tenants').select('id').execute()).length;

test('a transaction on a pipelined connection is kept or undone as a whole', async (t) => {
  const { url } = await testDatabase(t);
  const db = connectDatabase(url, silent, { max: 1, pipeline: true });
  defer(t, () => db.destroy());
  const add = (tx: Database, name: string) =>
    tx.insertInto('tenants').values({ id: crypto.randomUUID(), name }).execute();
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await add(tx, 'undone');
      await sql`select 1 / 0`.execute(tx);
    }),
    /division by zero/,
  );
  assert.equal(await tenants(db), 0);
  await db.transaction().execute((tx) => add(tx, 'kept'));
  assert.equal(await tenants(db), 1);
});

test('a pipelined connection that breaks before a transaction fails that, and not the process', async (t) => {
  const { db: other, url } = await testDatabase(t);
  const db = connectDatabase(url, silent, { max: 1, pipeline: true });
  defer(t, () => db.destroy());
  const broken = db.connection().execute(async (connection) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 1000)`.execute(other);
    await connection.transaction().execute((tx) => tenants(tx));
  });
  await assert.rejects(broken, isDatabaseUnavailable);
  assert.equal(await tenants(db), 0);
});
