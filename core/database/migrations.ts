import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from './schema.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * How long a migration waits for a table that is in use. While it waits, all others that come wait behind it: rather it
 * fails, changes nothing and is tried again.
 */
const LOCK_TIMEOUT = '5s';

/** The names of all migrations, in their order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}

/** The text of a migration. */
export function readMigration(name: string): Promise<string> {
  return readFile(new URL(name, FOLDER), 'utf8');
}

/**
 * Runs a migration, and notes that it has run. One that builds an index concurrently, which no transaction can, runs statement by
 * statement: each of them can be repeated, as the next try does when one fails. Any other runs in a transaction of its own.
 *
 * @throws an error that names it
 */
export async function runMigration(name: string, session: Database): Promise<void> {
  const text = await readMigration(name);
  try {
    if (isConcurrent(text)) {
      for (const statement of statementsOf(text)) await sql.raw(statement).execute(session);
      await note(name, session);
      return;
    }
    await session.transaction().execute(async (tx) => {
      await sql.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`).execute(tx);
      await sql.raw(text).execute(tx);
      await note(name, tx);
    });
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** Whether a migration builds or drops an index while its table is written to. */
export function isConcurrent(text: string): boolean {
  return / index concurrently /.test(text);
}

/** The statements of a migration that is concurrent. */
export function statementsOf(text: string): string[] {
  return text.split(/;\n/).filter((statement) => statement.trim() !== '');
}

async function note(name: string, db: Database): Promise<void> {
  await sql`insert into migrations (name) values (${name})`.execute(db);
}
