import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

test('a connection that breaks between two queries fails the transaction, and not the process', async (t) => {
  const { db } = await testDatabase(t);
  const broken = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sql`select 1`.execute(tx);
  });
  await assert.rejects(broken, isDatabaseUnavailable);
  await sql`select 1`.execute(db);
});
