import type { TenantChange, TenantSummary } from '@logomorph/contract/admin/tenants.ts';
import { type Author, recordAudit, recordChange } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { lockTenant } from '../../use-cases/tenants.ts';
import { readTenantSummary } from './tenants.ts';

/**
 * Changes the weight or the quotas of a tenant; what is not given stays.
 *
 * @returns the tenant before and after
 * @throws ProblemError not-found, also when it is being erased
 */
export async function changeTenant(
  db: Database,
  author: Author,
  { weight, quotas }: TenantChange,
): Promise<{ before: TenantSummary; after: TenantSummary }> {
  const { tenantId: id } = author;
  return db.transaction().execute(async (tx) => {
    await lockTenant(tx, id);
    const before = await readTenantSummary(tx, id);
    await tx
      .updateTable('tenants')
      .where('id', '=', id)
      .set({
        ...(weight === undefined ? {} : { weight }),
        ...(quotas === undefined ? {} : { quotas: JSON.stringify(quotas) }),
      })
      .execute();
    const after = await readTenantSummary(tx, id);
    await recordChange(tx, author, before, after, {
      action: 'tenant.changed',
      target: { type: 'tenant', id },
      details: { ...(weight === undefined ? {} : { weight }), ...quotas },
    });
    return { before, after };
  });
}

/**
 * Suspends a tenant, or lets it go on: its keys and tokens, and addresses of its files, are refused within 5 s on every replica,
 * and renders of its that are in no queue wait. To do it again changes nothing.
 *
 * @returns the tenant, and whether it was changed
 * @throws ProblemError not-found, also when it is being erased
 */
export async function suspendTenant(
  db: Database,
  author: Author,
  suspend: boolean,
): Promise<{ tenant: TenantSummary; changed: boolean }> {
  const { tenantId: id } = author;
  return db.transaction().execute(async (tx) => {
    await lockTenant(tx, id);
    const { numUpdatedRows } = await tx
      .updateTable('tenants')
      .where('id', '=', id)
      .where('suspended_at', suspend ? 'is' : 'is not', null)
      .set({ suspended_at: suspend ? sql`now()` : null })
      .executeTakeFirst();
    const changed = numUpdatedRows > 0n;
    if (changed) {
      const action = suspend ? 'tenant.suspended' : 'tenant.resumed';
      await recordAudit(tx, author, { action, target: { type: 'tenant', id } });
    }
    return { tenant: await readTenantSummary(tx, id), changed };
  });
}
