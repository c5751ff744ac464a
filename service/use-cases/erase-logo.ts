import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { keyOfLogo, uploadKey } from '@logomorph/core/object-store/keys.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { notePrefixes } from '../erasure/note-prefixes.ts';
import { type ErasureRow, requestedBy } from './erase-tenant.ts';
import { lockLogo } from './logos.ts';

/**
 * Begins to erase a logo with all that was made of it: from the commit on there is no such logo, and what is being made of it
 * is canceled. All the rest is done by the loop of `service/erasure/`.
 *
 * @throws ProblemError not-found when there is no such logo, or it is being erased already
 */
export async function eraseLogo(tx: DatabaseTransaction, author: Author, logoId: string): Promise<ErasureRow> {
  const { tenantId } = author;
  const logo = await lockLogo(tx, tenantId, logoId);
  const uploads = await tx
    .deleteFrom('logo_uploads')
    .where('logo_id', '=', logoId)
    .returning(['id', 'expires_at'])
    .execute();
  await tx.deleteFrom('logos').where('id', '=', logoId).execute();
  const until = Math.max(...uploads.map(({ expires_at }) => expires_at.valueOf()));
  const erasure = await tx
    .insertInto('erasures')
    .values({
      id: uuid(),
      tenant_id: tenantId,
      subject_type: 'logo',
      subject_id: logo.id,
      requested_by: requestedBy(author),
      late_until: uploads.length === 0 ? null : new Date(until),
      erased: JSON.stringify({ logos: 1, ...(uploads.length === 0 ? {} : { logo_uploads: uploads.length }) }),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const keys = [keyOfLogo(logo), ...uploads.map(({ id }) => uploadKey(tenantId, id))];
  await tx
    .insertInto('erasure_objects')
    .values(keys.map((key) => ({ erasure_id: erasure.id, object_key: key })))
    .execute();
  await cancelRendersOf(tx, erasure);
  const target = { type: 'logo', id: logo.id };
  await recordAudit(tx, author, { action: 'logo.erased', target, details: { erasureId: erasure.id } });
  return erasure;
}

/** How many renders are canceled in one transaction: what ends of the tenant meanwhile waits for it, as both are counted. */
const PAGE = 500;

/**
 * Cancels what is being made of a logo that is to be erased, while that is more than is canceled in one transaction.
 *
 * @throws ProblemError not-found
 */
export async function cancelMany(db: Database, tenantId: string, logoId: string): Promise<void> {
  const cancelSome = async (tx: DatabaseTransaction) => {
    await lockLogo(tx, tenantId, logoId);
    const open = await lockOpen(tx, tenantId, logoId, PAGE + 1);
    if (open.length <= PAGE) return false;
    await cancel(tx, open.slice(0, PAGE));
    return true;
  };
  while (await db.transaction().execute(cancelSome));
}

async function cancelRendersOf(
  tx: DatabaseTransaction,
  { id: erasureId, tenant_id: tenantId, subject_id: logoId }: ErasureRow,
): Promise<void> {
  const open = await lockOpen(tx, tenantId, logoId);
  await notePrefixes(tx, erasureId, tenantId, open);
  await cancel(tx, open);
}

/** Renders are locked before their batches, as workers do it, and in one order. */
function lockOpen(tx: DatabaseTransaction, tenantId: string, logoId: string, limit?: number) {
  return tx
    .selectFrom('renders')
    .select(['id', 'parent_id', 'content_key', sql<string>`recipe ->> 'type'`.as('type')])
    .where('tenant_id', '=', tenantId)
    .where(({ eb, or }) => or([eb('logo_id', '=', logoId), eb('to_logo_id', '=', logoId)]))
    .where('logo_id', 'is not', null)
    .where('state', 'in', ['queued', 'running'])
    .orderBy('id')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .forUpdate()
    .execute();
}

async function cancel(
  tx: DatabaseTransaction,
  open: readonly { id: string; type: string; parent_id: string | null }[],
): Promise<void> {
  // The usage of a type is locked by the first that ends: in one order too, or two erasures could wait for each other.
  const byType = open.toSorted((a, b) => a.type.localeCompare(b.type));
  for (const { id } of byType) await finishRender(tx, id, { type: 'canceled', data: {} });
  const batches = new Set(open.flatMap(({ parent_id }) => (parent_id === null ? [] : [parent_id])));
  for (const id of [...batches].sort()) await settleBatch(tx, id);
}
