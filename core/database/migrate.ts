import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { Unfit } from '../unfit.ts';
import type { Database } from './schema.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any constant does, as long as all versions of the product use the same one. */
const ADVISORY_LOCK = 7_205_512;

/**
 * Brings the database to this code's version: runs each SQL file that has not run yet, in the order of the
 * names, all in one transaction. Programs that start together wait for each other on an advisory lock.
 *
 * @returns the names of the migrations that ran now.
 */
export async function migrate(db: Database): Promise<string[]> {
  const files = await migrationFiles();
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(tx);
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx);
    const done = new Set(rows.map((row) => row.name));
    const pending = files.filter((name) => !done.has(name));
    for (const name of pending) {
      await sql.raw(await readFile(new URL(name, FOLDER), 'utf8')).execute(tx);
      await sql`insert into migrations (name) values (${name})`.execute(tx);
    }
    return pending;
  });
}

/**
 * Looks whether all migrations of this code have run. One more than that is of a newer version, which this one goes on
 * beside.
 *
 * @throws Unfit
 */
export async function checkSchema(db: Database): Promise<void> {
  const files = await migrationFiles();
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  const missing = files.find((name) => !done.has(name));
  if (missing !== undefined) throw new Unfit(`its schema is older than the program: ${missing} has not run`);
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}
