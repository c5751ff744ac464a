import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inSchema } from '../store-namespace.ts';
import { silent, testDatabase } from '../testing/database.ts';
import { untilWaiting } from '../testing/until-waiting.ts';
import { Unfit } from '../unfit.ts';
import { connectDatabase } from './connect.ts';
import { checkSchema, meetSchema, migrate } from './migrate.ts';

test('programs that start together migrate once', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  const others = [1, 2, 3].map(() => connectDatabase(url, silent));
  const ran = await Promise.all(others.map((other) => migrate(other)));
  await Promise.all(others.map((other) => other.destroy()));
  assert.equal(ran.filter((names) => names.length > 0).length, 1);
  assert.deepEqual(await migrate(db), []);
});

test('a program that the schema is too new for says so, whether it migrates itself or not', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`insert into migrations (name) values ('9998_next.sql')`.execute(db);
  await checkSchema(db);
  await sql`insert into required_migrations (name) values ('0001_initial.sql'), ('9998_next.sql')`.execute(db);
  const refusal = new Unfit(
    'its schema is newer than the program: only programs that have 9998_next.sql can serve with it',
  );
  for (const migrateAtStart of [true, false]) {
    await assert.rejects(meetSchema(db, { databaseUrl: url, migrateAtStart }, silent), refusal);
  }
});

test('a program that does not migrate itself says that the schema is older, and changes nothing', async (t) => {
  const { db, url } = await testDatabase(t);
  const config = { databaseUrl: url, migrateAtStart: false };
  await meetSchema(db, config, silent);
  await sql`delete from migrations where name = '0001_initial.sql'`.execute(db);
  await assert.rejects(
    meetSchema(db, config, silent),
    new Unfit('its schema is older than the program: 0001_initial.sql has not run'),
  );
  await sql`drop table migrations`.execute(db);
  await assert.rejects(meetSchema(db, config, silent), new Unfit('it has no schema: no migration has run'));
});

test('an index that was left half built is built anew, while others write to its table', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`delete from migrations where name = '0037_renders_handed_over.sql'`.execute(db);
  await sql`update pg_index set indisvalid = false where indexrelid = 'renders_handed_over'::regclass`.execute(db);
  const others = connectDatabase(url, silent);
  t.after(() => others.destroy());
  const writer = await others.startTransaction().execute();
  await sql`lock table renders in row exclusive mode`.execute(writer);
  const migrating = migrate(db);
  await untilWaiting(others, 1);
  await others.transaction().execute((tx) => sql`lock table renders in row exclusive mode nowait`.execute(tx));
  await writer.commit().execute();
  assert.deepEqual(await migrating, ['0037_renders_handed_over.sql']);
  const { rows } =
    await sql`select indisvalid from pg_index where indexrelid = 'renders_handed_over'::regclass`.execute(db);
  assert.deepEqual(rows, [{ indisvalid: true }]);
});

test('programs of a new namespace that start together make its schema once', async (t) => {
  const { url } = await testDatabase(t);
  const others = [1, 2, 3].map(() => connectDatabase(inSchema(url, 'pr_1'), silent));
  const ran = await Promise.all(others.map((other) => migrate(other, 'pr-1')));
  await Promise.all(others.map((other) => other.destroy()));
  assert.equal(ran.filter((names) => names.length > 0).length, 1);
});

test('a migration that fails is named, and those before it stay', async (t) => {
  const { db } = await testDatabase(t);
  await sql`drop table required_migrations`.execute(db);
  await sql`alter table webhook_endpoints drop column older_secrets`.execute(db);
  // As if these had not run: the second finds its own column.
  const pending = ['0034_older_webhook_secrets.sql', '0035_idempotency_canonical.sql', '0036_required_migrations.sql'];
  await sql`delete from migrations where name = any(${pending})`.execute(db);
  await assert.rejects(migrate(db), /^Error: 0035_idempotency_canonical\.sql: column "\w+" of relation "\w+" already/);
  await sql`alter table idempotency_keys drop column canonical_fingerprint`.execute(db);
  assert.deepEqual(await migrate(db), pending.slice(1));
});

test('a migration waits for a table that is in use for seconds alone, so that what serves can go on', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`delete from migrations where name = '0033_render_metadata.sql'`.execute(db);
  await sql`alter table renders drop column metadata`.execute(db);
  const other = connectDatabase(url, silent);
  const reader = await other.startTransaction().execute();
  await sql`lock table renders in access share mode`.execute(reader);
  await assert.rejects(migrate(db), /^Error: 0033_render_metadata\.sql: .* lock timeout$/);
  await reader.rollback().execute();
  await other.destroy();
  assert.deepEqual(await migrate(db), ['0033_render_metadata.sql']);
});

test('a statement of a migration may take longer than that of a request', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`create table limits (statement text)`.execute(db);
  // What is noted of a migration tells by what it was bounded.
  await sql`create function note() returns trigger language plpgsql as $$
    begin
      insert into limits values (current_setting('statement_timeout'));
      return new;
    end $$`.execute(db);
  await sql`create trigger noted before insert on migrations for each row execute function note()`.execute(db);
  await sql`delete from migrations where name like '0032%'`.execute(db);
  await sql`drop index webhook_deliveries_of_endpoint`.execute(db);
  await meetSchema(db, { databaseUrl: url, migrateAtStart: true }, silent);
  const { rows } = await sql`select * from limits`.execute(db);
  assert.deepEqual(rows, [{ statement: '0' }]);
});
