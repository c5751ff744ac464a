import type { TenantState, TenantSummary } from '@logomorph/contract/admin/tenants.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import { type Selectable, type SqlBool, sql } from 'kysely';
import { type PageRequest, paged, toPage } from '../../use-cases/page.ts';
import { noSuchTenant } from '../../use-cases/tenants.ts';

/** Which tenants are in a state. */
const IN_STATE: Readonly<Record<TenantState, ReturnType<typeof sql<SqlBool>>>> = {
  active: sql<SqlBool>`erased_at is null and suspended_at is null`,
  suspended: sql<SqlBool>`erased_at is null and suspended_at is not null`,
  erasing: sql<SqlBool>`erased_at is not null`,
};

/** Tenants, newest first. */
export async function listTenants(
  db: Database,
  page: PageRequest,
  { name, state }: { name?: string; state?: TenantState },
) {
  let query = db.selectFrom('tenants').selectAll();
  if (name !== undefined) query = query.where(sql<SqlBool>`strpos(lower(name), lower(${name})) > 0`);
  if (state !== undefined) query = query.where(IN_STATE[state]);
  const rows = await paged(query, page).execute();
  return toPage(rows.map(toTenantSummary), page);
}

/** @throws ProblemError not-found */
export async function readTenantSummary(db: Database, tenantId: string): Promise<TenantSummary> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
  if (row === undefined) throw noSuchTenant();
  return toTenantSummary(row);
}

function toTenantSummary(row: Selectable<Tables['tenants']>): TenantSummary {
  const { suspended_at: suspendedAt, erased_at: erasedAt } = row;
  return {
    id: row.id,
    name: row.name,
    state: erasedAt !== null ? 'erasing' : suspendedAt !== null ? 'suspended' : 'active',
    weight: row.weight,
    quotas: row.quotas,
    createdAt: row.created_at.toISOString(),
    ...(suspendedAt === null ? {} : { suspendedAt: suspendedAt.toISOString() }),
    ...(erasedAt === null ? {} : { erasedAt: erasedAt.toISOString() }),
  };
}
