import { ProblemError } from '@logomorph/contract/problem.ts';
import { type RawBuilder, sql } from 'kysely';

/** Whether the tenant that a column names is suspended. */
export function isSuspended(tenantId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from tenants where tenants.id = ${sql.ref(tenantId)} and tenants.suspended_at is not null)`;
}

/** The refusal of what a suspended tenant, or whoever has an address of its, asks for. */
export function suspended(): ProblemError {
  return new ProblemError('tenant-suspended', 'Whoever runs the service has suspended the tenant; ask there');
}
