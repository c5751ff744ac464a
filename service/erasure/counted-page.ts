import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { addCounts, type RowCounts, totalOf } from './counts.ts';

/** One page in a transaction of its own, with what it has removed. */
export async function countedPage(
  db: Database,
  erasureId: string,
  remove: (tx: DatabaseTransaction) => Promise<RowCounts>,
): Promise<RowCounts> {
  return db.transaction().execute(async (tx) => {
    await sql`select from erasures where id = ${erasureId} for update`.execute(tx);
    const rows = await remove(tx);
    if (totalOf(rows) > 0) await addCounts(tx, erasureId, rows);
    return rows;
  });
}
