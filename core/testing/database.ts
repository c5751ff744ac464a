import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { connectDatabase } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import type { Database } from '../database/schema.ts';
import { defer } from './defer.ts';

/** A logger that says nothing, for tests. */
export const silent = pino({ level: 'silent' });

/** Tests open several connections at once, on machines that may have much else to do. */
const PATIENT = { connectionTimeoutMillis: 30_000 };

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
  await sql.raw(`create database ${name}`).execute(admin);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const db = connectDatabase(url, silent, PATIENT);
  defer(t, async () => {
    await db.destroy();
    await sql.raw(`drop database ${name} with (force)`).execute(admin);
    await admin.destroy();
  });
  await migrate(db);
  return { db, url };
}
