import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { until } from './until.ts';

/** Waits until so many sessions of a test's database wait for others. */
export async function untilWaiting(db: Database, sessions: number): Promise<void> {
  await until(async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length === sessions;
  });
}
