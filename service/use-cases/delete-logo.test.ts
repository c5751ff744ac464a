import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOperator } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { deleteOutdated } from '../retention.ts';
import { newLogo, testApp } from '../testing/app.ts';
import { manyRenders } from '../testing/many-renders.ts';
import { newRender } from '../testing/released.ts';
import { deleteLogo } from './delete-logo.ts';

/** Gives what tells, from now on, how many renders each transaction has deleted. */
async function deletionsNoted(db: Database): Promise<() => Promise<number[]>> {
  await sql`create table deletions (transaction bigint primary key, renders int)`.execute(db);
  await sql`
    create function note_deletion() returns trigger language plpgsql as $$
    begin
      insert into deletions select txid_current(), count(*) from gone
        on conflict (transaction) do update set renders = deletions.renders + excluded.renders;
      return null;
    end $$`.execute(db);
  await sql`create trigger noted after delete on renders referencing old table as gone
    for each statement execute function note_deletion()`.execute(db);
  return async () => {
    const { rows } = await sql<{ renders: number }>`select renders from deletions order by transaction`.execute(db);
    return rows.map(({ renders }) => renders);
  };
}

test('a logo of very many transforms is deleted by many short transactions, and none of them while it is in use', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const logoId = await newLogo(product);
  const using = await newRender(product);
  await manyRenders(db, { tenantId, logoId, state: 'succeeded', count: 2500 });
  await sql`update renders set transform = id where id <> ${using}`.execute(db);
  const deletions = await deletionsNoted(db);

  const author = byOperator(tenantId);
  await assert.rejects(deleteLogo(db, author, logoId), { problem: 'logo-in-use' });
  assert.deepEqual(await deletions(), []);

  await db.updateTable('renders').set({ state: 'canceled' }).where('id', '=', using).execute();
  await deleteLogo(db, author, logoId);
  assert.deepEqual(await deletions(), [1000, 1000, 500]);
  assert.deepEqual(await db.selectFrom('renders').select('id').execute(), [{ id: using }]);
});

test('so is one that is kept no longer', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const logoId = await newLogo(product);
  await manyRenders(db, { tenantId, logoId, state: 'succeeded', count: 2500 });
  await sql`update renders set transform = id, finished_at = now() - interval '2 days'`.execute(db);
  await sql`update logos set used_at = now() - interval '2 days', created_at = now() - interval '2 days'`.execute(db);
  await sql`update tenants set retention = '{"logoDays": 1}' where id = ${tenantId}`.execute(db);
  const deletions = await deletionsNoted(db);
  await deleteOutdated(product);
  assert.deepEqual(await deletions(), [1000, 1000, 500]);
  assert.deepEqual(await db.selectFrom('logos').select('id').execute(), []);
});
