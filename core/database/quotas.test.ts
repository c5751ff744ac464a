import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { migrationFiles, runMigration } from './migrations.ts';

test('what a database had before there were counters is counted when they come', async (t) => {
  const { db } = await testDatabase(t);
  await sql.raw('drop schema public cascade; create schema public').execute(db);
  await sql`create table migrations (name text)`.execute(db);
  const names = await migrationFiles();
  const at = names.indexOf('0014_quotas.sql');
  for (const name of names.slice(0, at)) await runMigration(name, db);
  await sql
    .raw(`
    insert into tenants (id, name) values ('00000000-0000-0000-0000-000000000001', 'one');
    insert into logos (id, tenant_id, sha256, format, bytes)
      select gen_random_uuid(), tenants.id, n::text, 'svg', 10 from tenants, generate_series(1, 3) n;
    insert into renders (id, tenant_id, logo_id, recipe, state)
      select gen_random_uuid(), tenant_id, id, '{}', case sha256 when '1' then 'succeeded' else 'running' end from logos;
    insert into renders (id, tenant_id, recipe, state) select gen_random_uuid(), id, '{}', 'running' from tenants;
    insert into render_outputs (render_id, name, position, media_type, bytes, sha256, object_key)
      select id, name, 0, 'x', 100, 'x', case name when 'own' then id::text else name end
      from renders, unnest(array['own', 'shared']) name where logo_id is not null`)
    .execute(db);
  for (const name of names.slice(at)) await runMigration(name, db);
  const counters = sql<{ name: string; sum: string }>`
    select name, sum(change) from counter_changes group by name having sum(change) <> 0 order by name`;
  assert.deepEqual((await counters.execute(db)).rows, [
    { name: 'logoBytes', sum: '30' },
    { name: 'outputBytes', sum: '400' },
    { name: 'unfinishedRenders', sum: '2' },
  ]);
  await sql.raw('delete from renders; delete from logos').execute(db);
  assert.deepEqual((await counters.execute(db)).rows, []);
});
