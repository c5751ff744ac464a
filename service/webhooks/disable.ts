import type { DisabledReason } from '@logomorph/contract/webhook.ts';
import { bySystem, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/** How many deliveries are ended by one statement. */
const PAGE = 1000;

/**
 * Disables an endpoint, to which nothing is sent from the commit on; `endDeliveries` then ends what is on the way to it. When it is
 * our doing, the tenant's other endpoints are told by `webhook.disabled`. Changes nothing of an endpoint that is disabled.
 */
export async function disableEndpoint(
  tx: DatabaseTransaction,
  endpointId: string,
  reason: DisabledReason | null,
): Promise<void> {
  const endpoint = await tx
    .updateTable('webhook_endpoints')
    .where('id', '=', endpointId)
    .where('enabled', '=', true)
    .set({ enabled: false, disabled_reason: reason, disabled_at: sql`now()` })
    .returning(['tenant_id', 'url'])
    .executeTakeFirst();
  if (endpoint === undefined) return;
  if (reason === null) return;
  await recordAudit(tx, bySystem(endpoint.tenant_id), {
    action: 'webhook.disabled',
    target: { type: 'webhook', id: endpointId },
    details: { reason },
  });
  await tx
    .insertInto('webhook_events')
    .values({
      tenant_id: endpoint.tenant_id,
      type: 'webhook.disabled',
      render_id: null,
      data: JSON.stringify({ id: endpointId, url: endpoint.url, reason }),
    })
    .execute();
}

/**
 * Ends what is on the way to an endpoint that is disabled. In pages, each for itself: it may be a million deliveries, of one that
 * has not answered for a day.
 */
export async function endDeliveries(db: Database, endpointId: string, signal?: AbortSignal): Promise<void> {
  for (let ended = PAGE; ended === PAGE && !signal?.aborted; ) {
    const { numUpdatedRows } = await db
      .updateTable('webhook_deliveries')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('webhook_deliveries')
          .select('id')
          .where('endpoint_id', '=', endpointId)
          .where('due_at', 'is not', null)
          // It may be enabled again meanwhile, and what has come since is to be sent.
          .where(({ exists }) =>
            exists(
              selectFrom('webhook_endpoints').select('id').where('id', '=', endpointId).where('enabled', '=', false),
            ),
          )
          .orderBy('due_at')
          .limit(PAGE)
          .forUpdate(),
      )
      .set({ state: 'failed', due_at: null })
      .executeTakeFirst();
    ended = Number(numUpdatedRows);
  }
}

/** The same of all endpoints that are disabled: whoever was at it may have been killed. */
export async function endForgotten(db: Database): Promise<void> {
  const endpoints = await db
    .selectFrom('webhook_endpoints as endpoint')
    .select('id')
    .where('enabled', '=', false)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_deliveries as delivery')
          .select('delivery.id')
          .whereRef('delivery.endpoint_id', '=', 'endpoint.id')
          .where('due_at', 'is not', null),
      ),
    )
    .execute();
  for (const { id } of endpoints) await endDeliveries(db, id);
}
