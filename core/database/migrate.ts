import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { schemaOf } from '../store-namespace.ts';
import { Unfit } from '../unfit.ts';
import { advisoryLock } from './advisory-lock.ts';
import { connectDatabase } from './connect.ts';
import type { Database } from './schema.ts';
import { requireOurSession } from './session-options.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any constant does, as long as all versions of the product use the same one. */
const ADVISORY_LOCK = 7_205_512;

/**
 * How long a migration waits for a table that is in use. While it waits, all others that come wait behind it: rather it
 * fails, changes nothing and is tried again.
 */
const LOCK_TIMEOUT = '5s';

/** For a connection of which no statement is given up; that of a program whose machine is gone is, as others wait for it. */
const UNBOUNDED = { max: 1, statement_timeout: 0, query_timeout: 0, idle_in_transaction_session_timeout: 60_000 };

/** Where the tables are. */
interface SchemaPlace {
  databaseUrl: string;
  storeNamespace?: string | undefined;
}

/**
 * Brings the database to this code's version: runs each SQL file that has not run yet, in the order of the
 * names, all in one transaction. Programs that start together wait for each other on an advisory lock.
 *
 * @param storeNamespace whose schema the connections have, if any: it is made where it is not there
 * @returns the names of the migrations that ran now.
 * @throws an error that names the migration which failed; none of them has changed anything then
 */
export async function migrate(db: Database, storeNamespace?: string): Promise<string[]> {
  const files = await migrationFiles();
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${advisoryLock(ADVISORY_LOCK)})`.execute(tx);
    if (storeNamespace !== undefined)
      await sql`create schema if not exists ${sql.id(schemaOf(storeNamespace))}`.execute(tx);
    // Not before: another program's migrations may be waited for as long as they take.
    await sql.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`).execute(tx);
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx);
    const done = new Set(rows.map((row) => row.name));
    const pending = files.filter((name) => !done.has(name));
    for (const name of pending) {
      await runFile(name, tx);
      await sql`insert into migrations (name) values (${name})`.execute(tx);
    }
    return pending;
  });
}

/**
 * The same over a connection of its own, whose statements take as long as they take: a large table is not indexed within the
 * time of a request, nor are migrations that another program is at.
 */
export async function migrateDatabase({ databaseUrl, storeNamespace }: SchemaPlace, logger: Logger): Promise<string[]> {
  const db = connectDatabase(databaseUrl, logger, UNBOUNDED);
  return requireOurSession(db)
    .then(() => migrate(db, storeNamespace))
    .finally(() => db.destroy());
}

/**
 * What a program that starts does about the schema: it runs the migrations, unless something else does so before, and looks
 * whether it can serve with what is there.
 *
 * @throws Unfit
 */
export async function meetSchema(
  db: Database,
  { migrateAtStart, ...place }: SchemaPlace & { migrateAtStart: boolean },
  logger: Logger,
): Promise<void> {
  if (migrateAtStart) await migrateDatabase(place, logger);
  else await requireOurSession(db);
  await checkSchema(db);
}

/**
 * Looks whether all migrations of this code have run. One more than that is of a newer version, which this one goes on
 * beside, unless the schema says that it cannot.
 *
 * @throws Unfit
 */
export async function checkSchema(db: Database): Promise<void> {
  const files = await migrationFiles();
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(
    db,
  );
  if (tables[0]?.there !== true) throw new Unfit('it has no schema: no migration has run');
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  const missing = files.find((name) => !done.has(name));
  if (missing !== undefined) throw new Unfit(`its schema is older than the program: ${missing} has not run`);
  const required = await sql<{ name: string }>`select name from required_migrations`.execute(db);
  const unknown = required.rows.find(({ name }) => !files.includes(name));
  if (unknown !== undefined) {
    throw new Unfit(`its schema is newer than the program: only programs that have ${unknown.name} can serve with it`);
  }
}

async function runFile(name: string, tx: Database): Promise<void> {
  const text = await readMigration(name);
  try {
    await sql.raw(text).execute(tx);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** The names of all migrations, in their order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}

/** The text of a migration. */
export function readMigration(name: string): Promise<string> {
  return readFile(new URL(name, FOLDER), 'utf8');
}
