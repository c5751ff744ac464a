import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Resolves when the database says that a session of it waits for a lock. */
export async function untilOneWaits(db: Database): Promise<void> {
  const waiting = sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(db)).rows.length === 0) await sleep(10);
}
