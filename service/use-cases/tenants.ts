import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { v7 as uuid } from 'uuid';

/** The id of the tenant of that name, which is made when there is none. */
export async function ensureTenant(db: Database, name: string): Promise<string> {
  await db
    .insertInto('tenants')
    .values({ id: uuid(), name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { id } = await db.selectFrom('tenants').select('id').where('name', '=', name).executeTakeFirstOrThrow();
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
  if (tenant === undefined) throw new ProblemError('not-found', 'There is no such tenant');
}
