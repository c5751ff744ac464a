import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { connectDatabase } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { migrationFiles, readMigration } from '../database/migrations.ts';
import type { Database } from '../database/schema.ts';
import { sha256 } from '../sha256.ts';
import { defer } from './defer.ts';

/** A logger that says nothing, for tests. */
export const silent = pino({ level: 'silent' });

/** Tests open several connections at once, on machines that may have much else to do. */
const PATIENT = { connectionTimeoutMillis: 30_000 };

/** Any constant that nothing else takes. */
const TEMPLATE_LOCK = 7_205_513;

/**
 * Makes a fresh, migrated database for one test, dropped when the test ends, on the server that the test
 * runner started (TEST_DATABASE_URL).
 */
export async function testDatabase(t: TestContext): Promise<{ db: Database; url: string }> {
  // biome-ignore lint/style/noProcessEnv: the test runner hands the server's address over this way
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = connectDatabase(server, silent, PATIENT);
  const template = await migratedTemplate(admin, server);
  // Half the work of the default, which writes each page to the log.
  await sql.raw(`create database ${name} template ${template} strategy file_copy`).execute(admin);
  const url = databaseOf(server, name);
  const db = connectDatabase(url, silent, PATIENT);
  defer(t, async () => {
    await db.destroy();
    await sql.raw(`drop database ${name} with (force)`).execute(admin);
    await admin.destroy();
  });
  return { db, url };
}

/** Names of templates by their servers: once there, they stay. */
const made = new Map<string, string>();

/** A migrated database of the server to copy, which takes a fraction of what migrating does; whoever comes first makes it. */
async function migratedTemplate(admin: Database, server: string): Promise<string> {
  const known = made.get(server);
  if (known !== undefined) return known;
  const name = `migrated_${await migrationsDigest()}`;
  await admin.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(session);
    try {
      const { rows } = await sql`select from pg_database where datname = ${name}`.execute(session);
      if (rows.length === 0) await makeTemplate(session, server, name);
    } finally {
      await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`.execute(session);
    }
  });
  made.set(server, name);
  return name;
}

/** Under another name until it is whole. */
async function makeTemplate(session: Database, server: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await sql.raw(`drop database if exists ${unfinished} with (force)`).execute(session);
  await sql.raw(`create database ${unfinished}`).execute(session);
  const db = connectDatabase(databaseOf(server, unfinished), silent, PATIENT);
  await migrate(db).finally(() => db.destroy());
  await sql.raw(`alter database ${unfinished} rename to ${name}`).execute(session);
}

function databaseOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** Of the names and texts of the migrations: a server that outlasts a change of them gets another template. */
async function migrationsDigest(): Promise<string> {
  const names = await migrationFiles();
  const texts = await Promise.all(names.map(readMigration));
  return sha256(JSON.stringify([names, texts])).slice(0, 16);
}
