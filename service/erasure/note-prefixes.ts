import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { outputPrefix } from '@logomorph/core/object-store/keys.ts';
import { sql } from 'kysely';

/** Notes, for the erasure that removes them, where there may be files of renders. */
export async function notePrefixes(
  tx: DatabaseTransaction,
  erasureId: string,
  tenantId: string,
  renders: readonly { id: string; content_key: string | null }[],
): Promise<void> {
  for (const prefix of await prefixesOf(tx, tenantId, renders)) {
    await tx
      .insertInto('erasure_objects')
      .values({ erasure_id: erasureId, object_key: prefix })
      .onConflict((conflict) => conflict.columns(['erasure_id', 'object_key']).doUpdateSet({ looked_at: null }))
      .execute();
  }
}

/** Where there may be files of renders: where they have some, and where their workers said that they would store some. */
async function prefixesOf(
  tx: DatabaseTransaction,
  tenantId: string,
  found: readonly { id: string; content_key: string | null }[],
): Promise<string[]> {
  const ids = found.map(({ id }) => id);
  const { rows } = await sql<{ prefix: string }>`
    select distinct substring(object_key from '^[^/]+/outputs/[^/]+/') as prefix
    from render_outputs where render_id = any(${ids}::uuid[])`.execute(tx);
  const said = found.flatMap(({ content_key: key }) => (key === null ? [] : [outputPrefix(tenantId, key)]));
  return [...new Set([...rows.map(({ prefix }) => prefix), ...said])].sort();
}
