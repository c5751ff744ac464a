import type { TenantErasure } from '@logomorph/contract/admin/tenants.ts';
import type { Author } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { type ErasureRow, eraseTenant } from '../../use-cases/erase-tenant.ts';
import { noSuchTenant } from '../../use-cases/tenants.ts';
import { invalidRequest } from '../../validation.ts';
import { readTenantSummary } from './tenants.ts';

/**
 * Begins to erase a tenant. To do it again tells how far it is.
 *
 * @returns the erasure, and whether it was begun now
 * @throws ProblemError not-found; invalid-request when what is confirmed is another name
 */
export async function beginErasure(
  db: Database,
  author: Author,
  confirm: string,
): Promise<{ erasure: TenantErasure; begun: boolean }> {
  const known = await findErasure(db, author.tenantId);
  if (known !== undefined) return { erasure: toTenantErasure(known), begun: false };
  const { name } = await readTenantSummary(db, author.tenantId);
  try {
    // It has another name as soon as another request has begun it.
    if (name !== confirm) {
      throw invalidRequest('body', [{ pointer: '/confirm', detail: 'must be the name of the tenant' }]);
    }
    const row = await db.transaction().execute((tx) => eraseTenant(tx, author));
    return { erasure: toTenantErasure(row), begun: true };
  } catch (error) {
    // Another request may have begun it a moment ago.
    const begun = await findErasure(db, author.tenantId);
    if (begun === undefined) throw error;
    return { erasure: toTenantErasure(begun), begun: false };
  }
}

/** @throws ProblemError not-found */
export async function readErasure(db: Database, tenantId: string): Promise<TenantErasure> {
  const row = await findErasure(db, tenantId);
  if (row === undefined) throw noSuchTenant();
  return toTenantErasure(row);
}

function findErasure(db: Database, tenantId: string): Promise<ErasureRow | undefined> {
  return db
    .selectFrom('erasures')
    .selectAll()
    .where('subject_type', '=', 'tenant')
    .where('subject_id', '=', tenantId)
    .executeTakeFirst();
}

function toTenantErasure(row: ErasureRow): TenantErasure {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
  };
}
