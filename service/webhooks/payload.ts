import type { WebhookPayload } from '@logomorph/contract/webhook-delivery.ts';
import type { Tables } from '@logomorph/core/database/schema.ts';
import type { Selectable } from 'kysely';

/** What an endpoint is sent of an event. */
export function toPayload(
  event: Pick<Selectable<Tables['webhook_events']>, 'type' | 'data'> & { happened_at: Date; sequence: string },
): WebhookPayload {
  return {
    type: event.type,
    timestamp: event.happened_at.toISOString(),
    sequence: Number(event.sequence),
    data: event.data,
  };
}
