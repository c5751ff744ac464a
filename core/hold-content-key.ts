import { sql } from 'kysely';
import type { DatabaseTransaction } from './database/schema.ts';

/** Keeps whoever would store files with this prefix waiting until the transaction, which removes those, ends. */
export async function holdContentKey(tx: DatabaseTransaction, prefix: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyOfLock(prefix)})`.execute(tx);
}

/** The call that keeps whoever would remove files with this prefix waiting. Many may store at once. */
export function holdingContentKey(prefix: string) {
  return sql`pg_advisory_xact_lock_shared(${keyOfLock(prefix)})`;
}

function keyOfLock(prefix: string) {
  return sql`hashtextextended(${prefix}, 0)`;
}
