import { sql } from 'kysely';
import { Unfit } from '../unfit.ts';
import type { Database } from './schema.ts';

/** Commits are not waited for until they are on the disk: a crash of Postgres may take those of the last second. */
export const NOT_FLUSHED = '-c synchronous_commit=off';

/** A setting that nobody but us makes. */
const MARK = 'logomorph.session';

/**
 * What our statements count on, and a server or a role may have set otherwise: how times are written, how much of each other
 * transactions see, and that a lock is waited for as long as a statement may take.
 */
const SETTINGS = [
  'DateStyle=ISO',
  'IntervalStyle=postgres',
  'TimeZone=UTC',
  'standard_conforming_strings=on',
  'default_transaction_isolation=read\\ committed',
  'lock_timeout=0',
  `${MARK}=on`,
];

/** The URL of a database by which each session has our settings, and then more options if any. */
export function inOurSession(databaseUrl: string, more = ''): string {
  const settings = SETTINGS.map((setting) => `-c ${setting}`);
  return withSessionOptions(databaseUrl, [...settings, more].join(' ').trimEnd());
}

/**
 * Looks whether sessions get what they are opened with.
 *
 * @throws Unfit when not: most poolers drop it, and then give a session to one transaction after the other, so that nobody could
 * be notified of anything either.
 */
export async function requireOurSession(db: Database): Promise<void> {
  const { rows } = await sql<{ mark: string | null }>`select current_setting(${MARK}, true) as mark`.execute(db);
  if (rows[0]?.mark === 'on') return;
  throw new Unfit('its sessions are without their options, as behind a pooler; give the address of Postgres itself');
}

/**
 * The URL of a database with more options for each session, after those that it has: of what both set, the last counts. Options
 * that are given to pg beside a URL would be nothing where the URL has some.
 */
export function withSessionOptions(databaseUrl: string, options: string): string {
  const [address, query] = databaseUrl.split('?');
  const parameters = new URLSearchParams(query);
  const given = parameters.get('options');
  parameters.set('options', given === null ? options : `${given} ${options}`);
  return `${address}?${parameters}`;
}
