import type { TenantDetails } from '@logomorph/contract/admin/tenants.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { isLive } from '../../use-cases/api-keys.ts';
import { type QuotaDeps, readQuotas } from '../../use-cases/quotas.ts';
import { readTenantSummary } from './tenants.ts';

/** Days that the usage is of, today included. */
const DAYS = 30;

/**
 * A tenant, with what it has and uses.
 *
 * @throws ProblemError not-found
 */
export async function readTenant(deps: QuotaDeps, tenantId: string): Promise<TenantDetails> {
  return {
    ...(await readTenantSummary(deps.db, tenantId)),
    counts: await countRows(deps.db, tenantId),
    limits: await readQuotas(deps, tenantId),
    usage: await sumUsage(deps.db, tenantId),
  };
}

async function countRows(db: Database, tenantId: string): Promise<TenantDetails['counts']> {
  const { rows } = await sql<TenantDetails['counts']>`
    select
      (select count(*)::int from api_keys where tenant_id = ${tenantId} and ${isLive}) as keys,
      (select count(*)::int from webhook_endpoints where tenant_id = ${tenantId}) as "webhookEndpoints",
      (select count(*)::int from logos where tenant_id = ${tenantId}) as logos,
      (
        select coalesce(jsonb_object_agg(state, count), '{}') from (
          select state, count(*) from renders where tenant_id = ${tenantId} and logo_id is not null group by state
        ) as by_state
      ) as renders`.execute(db);
  return rows[0] ?? { keys: 0, webhookEndpoints: 0, logos: 0, renders: {} };
}

async function sumUsage(db: Database, tenantId: string): Promise<TenantDetails['usage']> {
  const today = sql`(now() at time zone 'utc')::date`;
  const sum = (column: string) => sql`coalesce(sum(${sql.ref(column)}), 0)::float8`;
  const { rows } = await sql<TenantDetails['usage']>`
    select
      to_char(${today} - ${DAYS - 1}::int, 'YYYY-MM-DD') as "from", to_char(${today}, 'YYYY-MM-DD') as "to",
      ${sum('succeeded')} as succeeded, ${sum('failed')} as failed, ${sum('canceled')} as canceled,
      ${sum('output_pixels')} as "outputPixels", ${sum('output_bytes')} as "outputBytes",
      ${sum('logos_uploaded')} as "logosUploaded"
    from usage_days where tenant_id = ${tenantId} and day > ${today} - ${DAYS}::int`.execute(db);
  const [usage] = rows;
  if (usage === undefined) throw new Error('sums of no rows are a row');
  return usage;
}
