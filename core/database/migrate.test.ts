import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silent, testDatabase } from '../testing/database.ts';
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

test('a migration that fails is named, and leaves nothing behind', async (t) => {
  const { db } = await testDatabase(t);
  // As if the first had not run: it finds its own tables.
  await sql`delete from migrations where name = '0001_initial.sql'`.execute(db);
  await assert.rejects(migrate(db), /^Error: 0001_initial\.sql: relation "\w+" already exists$/);
  await assert.rejects(checkSchema(db), Unfit);
});

test('a migration waits for a table that is in use for seconds alone, so that what serves can go on', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await sql`create table migrations (name text primary key, at timestamptz not null default now())`.execute(db);
  const other = connectDatabase(url, silent);
  const user = await other.startTransaction().execute();
  await sql`lock table migrations in access exclusive mode`.execute(user);
  await assert.rejects(migrate(db), /lock timeout/);
  await user.rollback().execute();
  await other.destroy();
  assert.notDeepEqual(await migrate(db), []);
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
