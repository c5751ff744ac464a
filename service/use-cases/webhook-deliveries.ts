import { ProblemError } from '@logomorph/contract/problem.ts';
import { type DeliveryState, WEBHOOK_TEST, type WebhookDelivery } from '@logomorph/contract/webhook-delivery.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import { sql } from 'kysely';
import { addDeliveries } from '../webhooks/add-deliveries.ts';
import { toPayload } from '../webhooks/payload.ts';
import { type PageRequest, paged, toPage } from './page.ts';
import { lockEndpoint, readEndpoint } from './webhooks.ts';

/**
 * The deliveries to an endpoint, newest first.
 * @throws ProblemError not-found when there is no such endpoint
 */
export async function listDeliveries(
  db: Database,
  tenantId: string,
  endpointId: string,
  page: PageRequest,
  state: DeliveryState | undefined,
) {
  await readEndpoint(db, tenantId, endpointId);
  let query = deliveries(db).where('endpoint_id', '=', endpointId);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await paged(query, page, 'delivery.id').execute();
  return toPage(rows.map(toDelivery), page);
}

/** @throws ProblemError not-found */
export async function readDelivery(
  db: Database,
  tenantId: string,
  endpointId: string,
  deliveryId: string,
): Promise<WebhookDelivery> {
  await readEndpoint(db, tenantId, endpointId);
  const row = await deliveries(db)
    .where('endpoint_id', '=', endpointId)
    .where('delivery.id', '=', deliveryId)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found', 'There is no such delivery');
  return toDelivery(row);
}

/**
 * Sends an event that says nothing, to one endpoint.
 * @throws ProblemError not-found, webhook-disabled
 */
export async function sendTest(db: Database, author: Author, endpointId: string): Promise<WebhookDelivery> {
  const { tenantId, origin } = author;
  const id = await db.transaction().execute(async (tx) => {
    const endpoint = await lockEnabled(tx, tenantId, endpointId);
    const event = await tx
      .insertInto('webhook_events')
      .values({
        tenant_id: tenantId,
        type: WEBHOOK_TEST,
        render_id: null,
        data: JSON.stringify({ id: endpoint.id, url: endpoint.url }),
        fanned_out_at: sql`now()`,
        origin: toColumn(origin),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const [deliveryId = ''] = await addDeliveries(tx, endpoint.id, [event.id]);
    await recordAudit(tx, author, {
      action: 'webhook.tested',
      target: { type: 'webhook', id: endpoint.id },
      details: { deliveryId },
    });
    return deliveryId;
  });
  return readDelivery(db, tenantId, endpointId, id);
}

/**
 * Sends a delivery once more, and again until it succeeds, as if it were new; its id and its number stay.
 * @throws ProblemError not-found, webhook-disabled
 */
export async function replayDelivery(
  db: Database,
  author: Author,
  endpointId: string,
  deliveryId: string,
): Promise<WebhookDelivery> {
  const { tenantId } = author;
  await db.transaction().execute(async (tx) => {
    const { id: webhookId } = await lockEnabled(tx, tenantId, endpointId);
    const { id } = await readDelivery(tx, tenantId, endpointId, deliveryId);
    await makeDue(tx, webhookId, [id]);
    await recordAudit(tx, author, {
      action: 'webhook-delivery.replayed',
      target: { type: 'webhook-delivery', id },
      details: { webhookId },
    });
  });
  return readDelivery(db, tenantId, endpointId, deliveryId);
}

/**
 * Locks an endpoint that something is to be sent to.
 * @throws ProblemError not-found, webhook-disabled
 */
export async function lockEnabled(tx: DatabaseTransaction, tenantId: string, endpointId: string) {
  const endpoint = await lockEndpoint(tx, tenantId, endpointId);
  if (!endpoint.enabled) throw new ProblemError('webhook-disabled', 'Enable the endpoint first');
  return endpoint;
}

/** Makes deliveries to an endpoint due, as if they were new; whoever is at one of them finds that it has been taken. */
export async function makeDue(tx: DatabaseTransaction, endpointId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('webhook_deliveries')
    .where('endpoint_id', '=', endpointId)
    .where('id', 'in', ids)
    .set((eb) => ({ state: 'pending', due_at: sql`now()`, failures: 0, taken: eb('taken', '+', 1) }))
    .execute();
}

function deliveries(db: Database) {
  return db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhook_events as event', 'event.id', 'delivery.event_id')
    .select(['delivery.id', 'event_id', 'sequence', 'state', 'due_at', 'attempts', 'delivery.created_at'])
    .select(['type', 'data', 'event.created_at as happened_at']);
}

function toDelivery(row: Awaited<ReturnType<ReturnType<typeof deliveries>['execute']>>[number]): WebhookDelivery {
  return {
    id: row.id,
    eventId: row.event_id,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    ...(row.due_at === null ? {} : { nextAttemptAt: row.due_at.toISOString() }),
    payload: toPayload(row),
    attempts: row.attempts,
  };
}
