import { setTimeout as sleep } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Logger } from 'pino';
import { schemaOf } from '../store-namespace.ts';
import { Unfit } from '../unfit.ts';
import { advisoryLock } from './advisory-lock.ts';
import { connectDatabase } from './connect.ts';
import { migrationFiles, runMigration } from './migrations.ts';
import type { Database } from './schema.ts';
import { requireOurSession } from './session-options.ts';

/** Any constant does, as long as all versions of the product use the same one. */
const ADVISORY_LOCK = 7_205_512;

const LOCK_POLL_MS = 200;

/**
 * For a connection of which no statement is given up. One whose program's machine is gone is ended, as others wait for what it
 * holds.
 */
const UNBOUNDED = {
  max: 1,
  statement_timeout: 0,
  query_timeout: 0,
  idle_in_transaction_session_timeout: 60_000,
  options: '-c idle_session_timeout=60s',
};

/** Where the tables are. */
interface SchemaPlace {
  databaseUrl: string;
  storeNamespace?: string | undefined;
}

/**
 * Brings the database to this code's version: runs each SQL file that has not run yet, in the order of the names. Programs that
 * start together wait for each other on an advisory lock.
 *
 * @param storeNamespace whose schema the connections have, if any: it is made where it is not there
 * @returns the names of the migrations that ran now.
 * @throws an error that names the migration which failed; it and those after it have changed nothing then
 */
export async function migrate(db: Database, storeNamespace?: string): Promise<string[]> {
  const files = await migrationFiles();
  return db.connection().execute((session) =>
    whileLocked(session, advisoryLock(ADVISORY_LOCK, storeNamespace), async () => {
      if (storeNamespace !== undefined)
        await sql`create schema if not exists ${sql.id(schemaOf(storeNamespace))}`.execute(session);
      await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`.execute(
        session,
      );
      const done = await migrationsDone(session);
      const pending = files.filter((name) => !done.has(name));
      for (const name of pending) await runMigration(name, session);
      return pending;
    }),
  );
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
  const done = await migrationsDone(db);
  const missing = files.find((name) => !done.has(name));
  if (missing !== undefined) throw new Unfit(`its schema is older than the program: ${missing} has not run`);
  const required = await sql<{ name: string }>`select name from required_migrations`.execute(db);
  const unknown = required.rows.find(({ name }) => !files.includes(name));
  if (unknown !== undefined) {
    throw new Unfit(`its schema is newer than the program: only programs that have ${unknown.name} can serve with it`);
  }
}

/** The names of those that have run. */
async function migrationsDone(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** Asks for the lock again and again: a statement that waited for it would be waited for by an index that is built concurrently. */
async function whileLocked<T>(session: Database, lock: RawBuilder<bigint>, work: () => Promise<T>): Promise<T> {
  const tryToLock = sql<{ locked: boolean }>`select pg_try_advisory_lock(${lock}) as locked`;
  while ((await tryToLock.execute(session)).rows[0]?.locked !== true) await sleep(LOCK_POLL_MS);
  try {
    return await work();
  } finally {
    // Where the session broke, its locks are gone, and why it did is what is to be told.
    await sql`select pg_advisory_unlock(${lock})`.execute(session).catch(() => {});
  }
}
