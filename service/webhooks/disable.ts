import type { DisabledReason } from '@logomorph/contract/webhook.ts';
import { bySystem, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/**
 * Disables an endpoint and ends what is on the way to it. When it is our doing, the tenant's other endpoints are told by
 * `webhook.disabled`. Changes nothing of an endpoint that is disabled.
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
  await tx
    .updateTable('webhook_deliveries')
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'pending')
    .set({ state: 'failed', due_at: null })
    .execute();
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
