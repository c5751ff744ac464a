import type { AuditActor } from '@logomorph/contract/audit.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Tenant } from '@logomorph/contract/tenant.ts';
import { recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { v7 as uuid } from 'uuid';

/** The id of the tenant of that name, which the operator makes when there is none. */
export async function ensureTenant(db: Database, name: string): Promise<string> {
  return db.transaction().execute((tx) => findOrMakeTenant(tx, name, { type: 'operator' }));
}

/** The same in a transaction, and by whoever makes the tenant. */
export async function findOrMakeTenant(tx: DatabaseTransaction, name: string, actor: AuditActor): Promise<string> {
  const made = await tx
    .insertInto('tenants')
    .values({ id: uuid(), name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) {
    const target = { type: 'tenant', id: made.id };
    await recordAudit(tx, { tenantId: made.id, actor, origin: null }, { action: 'tenant.created', target });
    return made.id;
  }
  const { id } = await tx.selectFrom('tenants').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return id;
}

/**
 * Lets transactions that count what a tenant has take turns, so that each sees what the ones before it did.
 *
 * @throws ProblemError not-found when the tenant is being erased
 */
export async function lockTenant(tx: DatabaseTransaction, tenantId: string): Promise<void> {
  const tenant = await tx
    .selectFrom('tenants')
    .select('id')
    .where('id', '=', tenantId)
    .where('erased_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (tenant === undefined) throw noSuchTenant();
}

/**
 * A tenant, as it is told to itself.
 *
 * @throws ProblemError not-found when the tenant is being erased
 */
export async function readTenant(db: Database, tenantId: string): Promise<Tenant> {
  const tenant = await db
    .selectFrom('tenants')
    .select(['id', 'name', 'created_at'])
    .where('id', '=', tenantId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (tenant === undefined) throw noSuchTenant();
  return { id: tenant.id, name: tenant.name, createdAt: tenant.created_at.toISOString() };
}

/** The refusal of what is asked of a tenant that is not there. */
export function noSuchTenant(): ProblemError {
  return new ProblemError('not-found', 'There is no such tenant');
}
