import { ProblemError } from '@logomorph/contract/problem.ts';
import { byOperator, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { Origin } from '@logomorph/core/trace-context.ts';
import { lockTenant } from '../../use-cases/tenants.ts';
import { lockEnabled, makeDue } from '../../use-cases/webhook-deliveries.ts';

/**
 * Has a dead delivery sent again, and again until it succeeds, as if it were new. Of several at once one does.
 *
 * @returns whose it is
 * @throws ProblemError not-found, also when its tenant is being erased; not-a-dead-letter; webhook-disabled
 */
export async function redriveDelivery(db: Database, deliveryId: string, origin: Origin): Promise<string> {
  const found = await db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'delivery.endpoint_id')
    .select(['endpoint_id', 'tenant_id'])
    .where('delivery.id', '=', deliveryId)
    .executeTakeFirst();
  if (found === undefined) throw new ProblemError('not-found', 'There is no such delivery');
  const { endpoint_id: endpointId, tenant_id: tenantId } = found;
  await db.transaction().execute(async (tx) => {
    await lockTenant(tx, tenantId);
    await lockEnabled(tx, tenantId, endpointId);
    // Under the lock of the endpoint, where nobody else changes what has failed.
    const dead = await tx
      .selectFrom('webhook_deliveries')
      .select('id')
      .where('id', '=', deliveryId)
      .where('state', '=', 'failed')
      .executeTakeFirst();
    if (dead === undefined) throw new ProblemError('not-a-dead-letter', 'The delivery was not given up');
    await makeDue(tx, endpointId, [deliveryId]);
    await recordAudit(
      tx,
      { ...byOperator(tenantId), origin },
      {
        action: 'webhook-delivery.replayed',
        target: { type: 'webhook-delivery', id: deliveryId },
        details: { webhookId: endpointId },
      },
    );
  });
  return tenantId;
}
