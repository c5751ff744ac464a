import type { DeadDelivery, DeadDeliveryFilter, DisabledEndpoint } from '@logomorph/contract/admin/dead-letters.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { type SqlBool, sql } from 'kysely';
import { isCreatedWithin } from '../../use-cases/created-range.ts';
import { directionOf, type PageRequest, paged, toPage } from '../../use-cases/page.ts';

/** As the index `webhook_deliveries_failed` has it. */
const FAILED = sql<SqlBool>`state = 'failed'`;

/**
 * Deliveries of webhooks that were given up, newest first. Those of tenants that are being erased are none.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listDeadDeliveries(db: Database, page: PageRequest, filter: DeadDeliveryFilter) {
  const rows = await db
    .with('dead', (query) => paged(deadDeliveries(query, filter).selectAll(), page))
    .selectFrom('dead')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'dead.endpoint_id')
    .innerJoin('webhook_events as event', 'event.id', 'dead.event_id')
    .select(['dead.id', 'dead.endpoint_id', 'dead.event_id', 'dead.attempts', 'dead.created_at'])
    .select(['endpoint.tenant_id', 'endpoint.enabled', 'event.type'])
    .orderBy('dead.id', directionOf(page))
    .execute();
  const items = rows.map((row): DeadDelivery => {
    const lastAttempt = row.attempts.at(-1);
    return {
      id: row.id,
      tenantId: row.tenant_id,
      endpointId: row.endpoint_id,
      eventId: row.event_id,
      type: row.type,
      endpointEnabled: row.enabled,
      ...(lastAttempt === undefined ? {} : { lastAttempt }),
      createdAt: row.created_at.toISOString(),
    };
  });
  return toPage(items, page);
}

/**
 * The same, as a query: of the fields of deliveries alone.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export function deadDeliveries(
  db: Pick<Database, 'selectFrom'>,
  { tenantId, endpointId, ...created }: DeadDeliveryFilter,
) {
  let endpoints = db
    .selectFrom('webhook_endpoints')
    .innerJoin('tenants', 'tenants.id', 'webhook_endpoints.tenant_id')
    .select('webhook_endpoints.id')
    .whereRef('webhook_endpoints.id', '=', sql.ref('webhook_deliveries.endpoint_id'))
    .where('erased_at', 'is', null);
  if (tenantId !== undefined) endpoints = endpoints.where('tenants.id', '=', tenantId);
  let query = db.selectFrom('webhook_deliveries').where(FAILED).where(isCreatedWithin(created));
  if (endpointId !== undefined) query = query.where('endpoint_id', '=', endpointId);
  return query.where(({ exists }) => exists(endpoints));
}

/** Endpoints that were disabled by us, newest first. */
export async function listDisabledEndpoints(db: Database, page: PageRequest, { tenantId }: { tenantId?: string }) {
  let query = db
    .selectFrom('webhook_endpoints as endpoint')
    .innerJoin('tenants', 'tenants.id', 'endpoint.tenant_id')
    .select(['endpoint.id', 'tenant_id', 'url', 'disabled_reason', 'disabled_at', 'failing_since'])
    .where('disabled_reason', 'is not', null)
    .where('erased_at', 'is', null);
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId);
  const rows = await paged(query, page, 'endpoint.id').execute();
  const items = rows.map(
    (row): DisabledEndpoint => ({
      id: row.id,
      tenantId: row.tenant_id,
      url: row.url,
      disabledReason: row.disabled_reason ?? 'failing',
      ...(row.disabled_at === null ? {} : { disabledAt: row.disabled_at.toISOString() }),
      ...(row.failing_since === null ? {} : { failingSince: row.failing_since.toISOString() }),
    }),
  );
  return toPage(items, page);
}
