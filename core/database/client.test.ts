import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { PLANNED_ONCE } from './client.ts';

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
