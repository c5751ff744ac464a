import { sql } from 'kysely';
import type { DatabaseTransaction } from './database/schema.ts';

/**
 * Keeps whoever would store files with this prefix apart from whoever removes those, until the transaction ends. Many may
 * store at once.
 */
export async function holdContentKey(
  tx: DatabaseTransaction,
  prefix: string,
  purpose: 'to store' | 'to remove',
): Promise<void> {
  const lock = sql.raw(purpose === 'to store' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended(${prefix}, 0))`.execute(tx);
}
