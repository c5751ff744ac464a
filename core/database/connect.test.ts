import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inSchema } from '../store-namespace.ts';
import { silent, testDatabase } from '../testing/database.ts';
import { connectDatabase } from './connect.ts';
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
