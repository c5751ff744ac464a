import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { sql } from 'kysely';
import { type RowCounts, sumOf, totalOf } from './counts.ts';
import { notePrefixes } from './note-prefixes.ts';
import { removeRenders } from './remove-renders.ts';
import type { TakenErasure } from './take.ts';

/** Renders that are removed at once; each may have a hundred files. */
const PAGE = 100;

/** Webhooks that are removed at once. */
const WEBHOOK_PAGE = 1000;

/** How many renders there are of a logo. */
export async function countLogoRenders(tx: DatabaseTransaction, erasure: TakenErasure): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from renders
    where tenant_id = ${erasure.tenant_id} and (logo_id = ${erasure.subject_id} or to_logo_id = ${erasure.subject_id})`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Removes a page of webhooks that tell of the logo's renders. */
async function removeWebhookPage(
  tx: DatabaseTransaction,
  { tenant_id: tenantId, subject_id: logoId }: TakenErasure,
): Promise<RowCounts> {
  const { rows } = await sql<RowCounts>`
    with events as (
      select id from webhook_events where tenant_id = ${tenantId} and data ->> 'logoId' = ${logoId}
      limit ${WEBHOOK_PAGE} for update
    ), deliveries as (
      delete from webhook_deliveries using events where event_id = events.id returning 1
    ), webhooks as (
      delete from webhook_events using events where webhook_events.id = events.id returning 1
    )
    select
      (select count(*)::int from deliveries) as webhook_deliveries,
      (select count(*)::int from webhooks) as webhook_events`.execute(tx);
  return rows[0] ?? {};
}

/**
 * The ids of a page of the renders of a logo. What Postgres does not know when it plans, it takes for a logo as most are, and goes
 * by the index of logos: of one that it knows to have many renders it would pass over those of others, and each time over more
 * that are gone.
 */
export function nextRenders({ tenant_id: tenantId, subject_id: logoId }: TakenErasure) {
  return sql<string>`(
    select own.id from unnest(array[${logoId}]::uuid[]) as logo (id) cross join lateral (
      (select id from renders where tenant_id = ${tenantId} and logo_id = logo.id order by id desc limit ${PAGE})
      union
      (select id from renders where tenant_id = ${tenantId} and to_logo_id = logo.id limit ${PAGE})
    ) as own limit ${PAGE}
  )`;
}

/** Removes answers that are kept for repeated requests and name one of these. */
async function removeAnswers(tx: DatabaseTransaction, tenantId: string, ids: readonly string[]): Promise<RowCounts> {
  const { numDeletedRows } = await tx
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('body', 'like', sql<string>`any(${ids.map((id) => `%${id}%`)}::text[])`)
    .executeTakeFirst();
  return { idempotency_keys: Number(numDeletedRows) };
}

/**
 * Removes a page of the renders of a logo that is being erased, or of webhooks that have outlived them, batches that have no
 * other, and answers that are kept for repeated requests. Where their files are is noted with the erasure.
 */
export async function removeLogoRenderPage(
  tx: DatabaseTransaction,
  erasure: TakenErasure,
): Promise<{ rows: RowCounts; queued: QueuedRender[] }> {
  const { id: erasureId, tenant_id: tenantId, subject_id: logoId } = erasure;
  const found = await tx
    .selectFrom('renders')
    .select(['id', 'run', 'enqueued_at', 'parent_id', 'content_key'])
    .where('id', 'in', nextRenders(erasure))
    .orderBy('parent_id', (order) => order.asc().nullsLast())
    .orderBy('id')
    .forUpdate()
    .execute();
  const ids = found.map(({ id }) => id);
  await notePrefixes(tx, erasureId, tenantId, found);
  // Those of renders that were deleted before come last: each look for them goes through all webhooks of the tenant.
  let rows = found.length > 0 ? await removeRenders(tx, ids) : await removeWebhookPage(tx, erasure);
  // Answers about its renders name it, and those about batches do not. Each look for some goes through all of the tenant's.
  const named = totalOf(rows) === 0 ? [logoId] : [];
  const batches = new Set(found.flatMap(({ parent_id }) => (parent_id === null ? [] : [parent_id])));
  for (const batchId of [...batches].sort()) {
    // Locks it, after its renders as workers do.
    await tx.selectFrom('renders').select('id').where('id', '=', batchId).forUpdate().execute();
    const child = await tx
      .selectFrom('renders')
      .select('id')
      .where('parent_id', '=', batchId)
      .limit(1)
      .executeTakeFirst();
    if (child !== undefined) {
      await settleBatch(tx, batchId);
      continue;
    }
    named.push(batchId);
    rows = sumOf(rows, await removeRenders(tx, [batchId]));
  }
  return {
    rows: named.length === 0 ? rows : sumOf(rows, await removeAnswers(tx, tenantId, named)),
    queued: found.filter((row) => row.enqueued_at !== null),
  };
}
