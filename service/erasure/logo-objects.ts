import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { forgetNotes } from '@logomorph/core/discarded-objects.ts';
import { holdContentKey } from '@logomorph/core/hold-content-key.ts';
import type { ListedObject, ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sql } from 'kysely';
import { addCounts } from './counts.ts';
import type { TakenErasure } from './take.ts';

/**
 * Removes the objects of an erased logo that begin so, of the next prefix that was not looked at since it settled, but for
 * what other renders have too. When it has settled it is over only once a further look finds nothing more.
 *
 * @returns false when there is no such prefix any more
 */
export async function erasePrefix(
  { db, store }: { db: Database; store: Pick<ObjectStore, 'list' | 'removeListed'> },
  erasure: TakenErasure,
): Promise<boolean> {
  const settled = erasure.is_settled;
  return db.transaction().execute(async (tx) => {
    await sql`select from erasures where id = ${erasure.id} for update`.execute(tx);
    const prefix = await nextPrefix(tx, erasure);
    if (prefix === undefined) return false;
    await holdContentKey(tx, prefix);
    const first = await removeUnused(tx, store, erasure, prefix);
    await addCounts(tx, erasure.id, {}, first);
    // A further look, for the receipt: what it finds is removed in another turn.
    const again = settled && first.objects > 0;
    await tx
      .updateTable('erasure_objects')
      .where('erasure_id', '=', erasure.id)
      .where('object_key', '=', prefix)
      .set({ kept: first.kept, looked_at: again ? null : databaseTime() })
      .execute();
    return true;
  });
}

/** The next prefix that was not looked at since the erasure settled; until then, that was not looked at. */
export async function nextPrefix(
  tx: DatabaseTransaction,
  { id, is_settled: isSettled, settles_at: settlesAt }: TakenErasure,
): Promise<string | undefined> {
  const next = await tx
    .selectFrom('erasure_objects')
    .select('object_key')
    .select(({ eb, or }) => or([eb('looked_at', 'is', null), eb('looked_at', '<', settlesAt)]).as('is_due'))
    .where('erasure_id', '=', id)
    .$if(!isSettled, (prefixes) => prefixes.where('looked_at', 'is', null))
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
  return next?.is_due ? next.object_key : undefined;
}

async function removeUnused(
  tx: DatabaseTransaction,
  store: Pick<ObjectStore, 'list' | 'removeListed'>,
  { tenant_id: tenantId }: TakenErasure,
  prefix: string,
): Promise<{ objects: number; bytes: number; kept: number }> {
  const counts = { objects: 0, bytes: 0, kept: 0 };
  const busy = await isBeingMade(tx, tenantId, prefix);
  for await (const page of store.list(prefix)) {
    const used = busy ? new Set(page.map(({ key }) => key)) : await usedOf(tx, page);
    const removed = page.filter(({ key }) => !used.has(key));
    if (removed.length > 0) await store.removeListed(removed);
    counts.objects += removed.length;
    counts.bytes += removed.reduce((sum, { bytes }) => sum + bytes, 0);
    counts.kept += page.length - removed.length;
  }
  // They are gone now, and not after the wait that their notes ask for.
  if (!busy) await forgetNotes(tx, prefix);
  return counts;
}

/** Whether a render that is left is being made, whose files are stored before they are recorded. */
async function isBeingMade(tx: DatabaseTransaction, tenantId: string, prefix: string): Promise<boolean> {
  const contentKey = prefix.split('/')[2] ?? '';
  const row = await tx
    .selectFrom('renders')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('content_key', '=', contentKey)
    .where('state', 'in', ['queued', 'running'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function usedOf(tx: DatabaseTransaction, page: readonly ListedObject[]): Promise<Set<string>> {
  if (page.length === 0) return new Set();
  const rows = await tx
    .selectFrom('render_outputs')
    .select('object_key')
    .where(
      'object_key',
      'in',
      page.map(({ key }) => key),
    )
    .execute();
  return new Set(rows.map((row) => row.object_key));
}
