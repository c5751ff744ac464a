import type { WebhookEndpoint, WebhookEndpointPatch } from '@logomorph/contract/webhook.ts';
import { type Author, recordAudit, recordChange } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { disableEndpoint, endDeliveries } from '../webhooks/disable.ts';
import { checkUrl, lockEndpoint, noEndpoint, readEndpoint, toEndpoint, type WebhookDeps } from './webhooks.ts';

/**
 * Changes an endpoint. Disabling ends what is on the way to it; enabling forgets why it was disabled.
 * @throws ProblemError not-found, invalid-request for a URL that may not be sent to
 */
export async function changeEndpoint(
  { db, outbound }: Pick<WebhookDeps, 'db' | 'outbound'>,
  author: Author,
  endpointId: string,
  change: WebhookEndpointPatch,
): Promise<WebhookEndpoint> {
  const { url, description, events, enabled } = change;
  if (url !== undefined) checkUrl(outbound, url);
  if (enabled) {
    // Where it is the tenant's: what is left of before it was disabled is not to be sent now.
    await readEndpoint(db, author.tenantId, endpointId);
    await endDeliveries(db, endpointId);
  }
  const changed = await db.transaction().execute(async (tx) => {
    const before = await lockEndpoint(tx, author.tenantId, endpointId);
    if (enabled === false) await disableEndpoint(tx, endpointId, null);
    const after = await tx
      .updateTable('webhook_endpoints')
      .where('id', '=', endpointId)
      .set({
        // A column set to itself, for there may be nothing else to set.
        id: endpointId,
        ...(url === undefined ? {} : { url }),
        // What another address did says nothing of this one.
        ...(url === undefined || url === before.url ? {} : { failing_since: null }),
        ...(description === undefined ? {} : { description }),
        ...(events === undefined ? {} : { events }),
        ...(enabled ? { enabled, disabled_reason: null, disabled_at: null, failing_since: null } : {}),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const endpoint = toEndpoint(after);
    await recordChange(tx, author, toEndpoint(before), endpoint, {
      action: 'webhook.changed',
      target: { type: 'webhook', id: endpoint.id },
      details: { fields: Object.keys(change), ...(enabled === undefined ? {} : { enabled }) },
    });
    return endpoint;
  });
  if (enabled === false) await endDeliveries(db, endpointId);
  return changed;
}

/**
 * Deletes an endpoint with its deliveries.
 * @throws ProblemError not-found
 */
export async function deleteEndpoint(db: Database, author: Author, endpointId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .deleteFrom('webhook_endpoints')
      .where('tenant_id', '=', author.tenantId)
      .where('id', '=', endpointId)
      .returning('id')
      .executeTakeFirst();
    const { id } = row ?? noEndpoint();
    await recordAudit(tx, author, { action: 'webhook.deleted', target: { type: 'webhook', id } });
  });
}
