import type { Database } from '@logomorph/core/database/schema.ts';
import { tenantPrefix } from '@logomorph/core/object-store/keys.ts';
import { type RawBuilder, sql } from 'kysely';
import type { RowCounts } from './counts.ts';

/** What is removed at once of a table. */
const PAGE = 1000;

/** A table that has rows of tenants, and which of them are whose. */
export interface TenantTable {
  name: string;
  isOf(tenantId: string): RawBuilder<boolean>;
}

const ofTenant = (tenantId: string) => sql<boolean>`tenant_id = ${tenantId}`;

/** By the keys of objects, which begin with the tenant. Of characters that keys are made of none comes after a tilde. */
const byObjectKey = (tenantId: string) =>
  sql<boolean>`object_key >= ${tenantPrefix(tenantId)} and object_key < ${`${tenantPrefix(tenantId)}~`}`;

/**
 * What is kept of tenants besides renders, in the order in which it can be removed: what refers to other things goes before
 * them, and all of it after the renders. Webhooks go first, for their owner is to hear nothing more.
 */
export const WEBHOOK_TABLES: readonly TenantTable[] = [
  {
    name: 'webhook_deliveries',
    isOf: (tenantId) => sql`endpoint_id in (select id from webhook_endpoints where tenant_id = ${tenantId})`,
  },
  { name: 'webhook_events', isOf: ofTenant },
  { name: 'webhook_endpoints', isOf: ofTenant },
];

/** What there is when webhooks and renders are gone. */
export const OTHER_TABLES: readonly TenantTable[] = [
  { name: 'logo_uploads', isOf: ofTenant },
  { name: 'logos', isOf: ofTenant },
  { name: 'quarantined_logos', isOf: ofTenant },
  { name: 'api_keys', isOf: ofTenant },
  { name: 'idempotency_keys', isOf: ofTenant },
  { name: 'audit_pending', isOf: ofTenant },
  { name: 'audit_entries', isOf: ofTenant },
  { name: 'audit_heads', isOf: ofTenant },
  { name: 'usage_days', isOf: ofTenant },
  { name: 'stored_objects', isOf: byObjectKey },
  { name: 'discarded_objects', isOf: byObjectKey },
  // Last, as removing the others is counted.
  { name: 'counter_changes', isOf: ofTenant },
  { name: 'counters', isOf: ofTenant },
];

/** Who signs in. While they are there, a token of before is refused; without them it would make a new tenant. */
export const IDENTITIES: readonly TenantTable[] = [{ name: 'identities', isOf: ofTenant }];

/** How many rows there are of a tenant, in all tables but that of tenants. */
export async function countRows(db: Database, tenantId: string): Promise<number> {
  let total = 0;
  for (const { name, isOf } of [
    { name: 'renders', isOf: ofTenant },
    ...WEBHOOK_TABLES,
    ...OTHER_TABLES,
    ...IDENTITIES,
  ]) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(name)} where ${isOf(tenantId)}`.execute(db);
    total += rows[0]?.count ?? 0;
  }
  return total;
}

/** Removes a page of what a tenant has in these tables. Gives what went, by table; nothing when all is gone. */
export async function removePage(tx: Database, tables: readonly TenantTable[], tenantId: string): Promise<RowCounts> {
  for (const { name, isOf } of tables) {
    const table = sql.table(name);
    const { numAffectedRows = 0n } = await sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${isOf(tenantId)} limit ${PAGE} for update
      ))`.execute(tx);
    if (numAffectedRows > 0n) return { [name]: Number(numAffectedRows) };
  }
  return {};
}
