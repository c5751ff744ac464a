import { LIMITS } from '@logomorph/contract/limits.ts';
import { WEBHOOK_TEST, type WebhookReplay, type WebhookReplayRequest } from '@logomorph/contract/webhook-delivery.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { invalidRequest } from '../validation.ts';
import { addDeliveries } from '../webhooks/add-deliveries.ts';
import { readTime } from './created-range.ts';
import { lockEnabled, makeDue } from './webhook-deliveries.ts';

/**
 * Sends to an endpoint again what has happened in a range of time, of what it wants: what has failed, what was never sent
 * because it was disabled, and, if so asked, what has succeeded. What is on its way stays as it is.
 * @throws ProblemError not-found, webhook-disabled, invalid-request
 */
export async function replayRange(
  db: Database,
  author: Author,
  endpointId: string,
  { includeSucceeded = false, ...asked }: WebhookReplayRequest,
): Promise<WebhookReplay> {
  const since = new Date(readTime('/since', asked.since, 'body'));
  const until = asked.until === undefined ? undefined : new Date(readTime('/until', asked.until, 'body'));
  if (until !== undefined && until <= since) {
    throw invalidRequest('body', [{ pointer: '/until', detail: 'must be later than `since`' }]);
  }
  const most = LIMITS.webhookReplays;
  const found = await db.transaction().execute(async (tx) => {
    const { id, events } = await lockEnabled(tx, author.tenantId, endpointId);
    const types = events.filter((type) => type !== '*');
    const rows = await tx
      .selectFrom('webhook_events as event')
      .leftJoin('webhook_deliveries as delivery', (join) =>
        join.onRef('delivery.event_id', '=', 'event.id').on('delivery.endpoint_id', '=', id),
      )
      .select(['event.id as event_id', 'event.created_at', 'delivery.id as delivery_id'])
      .where('event.tenant_id', '=', author.tenantId)
      .where('event.created_at', '>=', since)
      .$if(until !== undefined, (query) => query.where('event.created_at', '<', until ?? since))
      .where('event.fanned_out_at', 'is not', null)
      .where('event.type', '<>', WEBHOOK_TEST)
      // Of its own end an endpoint is not told, as it was not when that happened.
      .where(({ eb, or }) => or([eb('event.type', '<>', 'webhook.disabled'), eb(sql`event.data ->> 'id'`, '<>', id)]))
      .$if(!events.includes('*'), (query) => query.where('event.type', 'in', types))
      .where(({ eb, or }) =>
        or([
          eb('delivery.id', 'is', null),
          eb('delivery.state', 'in', includeSucceeded ? ['failed', 'succeeded'] : ['failed']),
        ]),
      )
      .orderBy('event.created_at')
      .limit(most + 1)
      // They stay until they are given to the endpoint; those that are just being erased are passed over.
      .forKeyShare('event')
      .skipLocked()
      .execute();
    const chosen = rows.slice(0, most);
    await makeDue(
      tx,
      id,
      chosen.flatMap(({ delivery_id }) => delivery_id ?? []),
    );
    await addDeliveries(
      tx,
      id,
      chosen.flatMap(({ event_id, delivery_id }) => (delivery_id === null ? event_id : [])),
    );
    await recordAudit(tx, author, {
      action: 'webhook.replayed',
      target: { type: 'webhook', id },
      details: {
        since: since.toISOString(),
        ...(until === undefined ? {} : { until: until.toISOString() }),
        ...{ includeSucceeded, deliveries: chosen.length },
      },
    });
    return rows;
  });
  const next = found[most];
  return {
    replayed: Math.min(found.length, most),
    ...(next === undefined ? {} : { nextSince: next.created_at.toISOString() }),
  };
}
