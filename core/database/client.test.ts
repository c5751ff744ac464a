import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Pool } from 'pg';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { silentProxy } from '../testing/silent-proxy.ts';
import { FewStatementsClient, PLANNED_ONCE, ReadOnlyServer } from './client.ts';
import { connectDatabase } from './connect.ts';
import { connectPointReads } from './point-reads.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

test('a statement is planned once by a connection, and goes on after a migration beside it', async (t) => {
  const { db } = await testDatabase(t);
  await db.connection().execute(async (one) => {
    const read = (name: string) =>
      sql`${PLANNED_ONCE} with found as (select * from tenants where name = ${name}) select name from found`.execute(
        one,
      );
    const plans = async () => {
      const { rows } = await sql<{ times: number }>`
        select (generic_plans + custom_plans)::int as times from pg_prepared_statements`.execute(one);
      return rows.map(({ times }) => times);
    };
    assert.deepEqual(await plans(), []);
    await read('a');
    await db.insertInto('tenants').values({ id: crypto.randomUUID(), name: 'b' }).execute();
    await sql`alter table tenants add column another text not null default 'x'`.execute(db);
    assert.deepEqual((await read('b')).rows, [{ name: 'b' }]);
    assert.deepEqual(await plans(), [2]);
  });
});

test('a plan that a migration made unfit fails once, and its connection is replaced', async (t) => {
  const { url } = await testDatabase(t);
  const pool = new Pool({ connectionString: url, Client: FewStatementsClient, max: 1 });
  // The connection that is dropped may still be closing when its database is.
  pool.on('error', () => {});
  defer(t, () => pool.end());
  const call = async () => (await pool.query('select * from job_of($1)', ['a'])).rows;
  await pool.query("create function job_of(text) returns table (id text) language sql as 'select $1'");
  assert.deepEqual(await call(), [{ id: 'a' }]);
  const { rows } = await pool.query('select statement from pg_prepared_statements');
  assert.deepEqual(rows, [{ statement: 'select * from job_of($1)' }]);
  await pool.query('drop function job_of');
  await pool.query("create function job_of(text) returns table (id text, run int) language sql as 'select $1, 1'");
  await assert.rejects(call(), /cached plan must not change result type/);
  assert.deepEqual(await call(), [{ id: 'a', run: 1 }]);
});

test('a connection over which no answer came in time is used no more', async (t) => {
  const proxy = await silentProxy(t, (await testDatabase(t)).url);
  const db = connectDatabase(proxy.url, silent, { max: 1, query_timeout: 500 });
  defer(t, () => db.destroy());
  const ask = async () => (await sql`select 1 as one`.execute(db)).rows;
  assert.deepEqual(await ask(), [{ one: 1 }]);
  proxy.fallSilent();
  await assert.rejects(ask(), /^Error: Query read timeout$/);
  assert.deepEqual(await ask(), [{ one: 1 }]);
});

test('a server that takes no writes any more is left, by reads too, and not connected to again', async (t) => {
  const { db, url } = await testDatabase(t);
  const own = connectDatabase(url, silent, { max: 1 });
  const reads = connectPointReads(url, silent);
  defer(t, async () => {
    await reads.close();
    await own.destroy();
  });
  const readOnlyFromNow = sql`set default_transaction_read_only = on`.compile(db);
  const isPrimary = sql<{ off: string }>`select current_setting('transaction_read_only') as off`.compile(db);
  const refused = (error: unknown) => error instanceof ReadOnlyServer && isDatabaseUnavailable(error);
  await assert.rejects(own.executeQuery(readOnlyFromNow), refused);
  assert.deepEqual((await own.executeQuery(isPrimary)).rows, [{ off: 'off' }]);
  await assert.rejects(reads.rows('x', readOnlyFromNow, []), refused);
  assert.deepEqual(await reads.rows('y', isPrimary, []), [{ off: 'off' }]);
  const write = own.transaction().execute(async (tx) => {
    await sql`set transaction read only`.execute(tx);
    await sql`insert into tenants (id, name) values (${crypto.randomUUID()}, 'a')`.execute(tx);
  });
  await assert.rejects(write, isDatabaseUnavailable);
  assert.deepEqual((await own.executeQuery(isPrimary)).rows, [{ off: 'off' }]);
  await sql.raw(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`).execute(db);
  const late = connectDatabase(url, silent);
  defer(t, () => late.destroy());
  await assert.rejects(late.executeQuery(isPrimary), refused);
});
