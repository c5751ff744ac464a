import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/schema.ts';

/** How many rows of a table are read while something is done, in a transaction that is taken back. */
export async function rowsRead(
  db: Database,
  table: string,
  act: (tx: DatabaseTransaction) => Promise<unknown>,
): Promise<number> {
  const tx = await db.startTransaction().execute();
  try {
    const before = await readSoFar(tx, table);
    await act(tx);
    return (await readSoFar(tx, table)) - before;
  } finally {
    await tx.rollback().execute();
  }
}

/** By scans of the table, and by way of its indexes. */
async function readSoFar(tx: DatabaseTransaction, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as count
    from pg_stat_xact_user_tables where relid = ${table}::regclass`.execute(tx);
  return rows[0]?.count ?? 0;
}
