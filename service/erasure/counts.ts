import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/** Rows that were removed, by table. */
export type RowCounts = Record<string, number>;

/** Objects that were removed, and their bytes together. */
interface ObjectCounts {
  objects: number;
  bytes: number;
}

/** Adds to what an erasure has removed, best in the transaction that removes it. */
export async function addCounts(
  db: Database,
  erasureId: string,
  rows: RowCounts,
  { objects, bytes }: ObjectCounts = { objects: 0, bytes: 0 },
): Promise<void> {
  await sql`
    update erasures set
      objects = objects + ${objects},
      bytes = bytes + ${bytes},
      erased = (
        select coalesce(jsonb_object_agg(name, count), '{}') from (
          select key as name, sum(value::bigint) as count
          from (select * from jsonb_each_text(erased) union all select * from jsonb_each_text(${JSON.stringify(rows)}::jsonb)) as both_
          group by key
        ) as summed
        where count > 0
      )
    where id = ${erasureId}`.execute(db);
}

/** Both together, table by table. */
export function sumOf(rows: RowCounts, more: RowCounts): RowCounts {
  const tables = new Set([...Object.keys(rows), ...Object.keys(more)]);
  return Object.fromEntries([...tables].map((table) => [table, (rows[table] ?? 0) + (more[table] ?? 0)]));
}

/** How many rows there are in all. */
export function totalOf(rows: RowCounts): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
