import { byOperator } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';
import { type ErasureDeps, eraseNext } from '../erasure/erasures.ts';
import { eraseTenant } from '../use-cases/erase-tenant.ts';
import type { TestApp } from './app.ts';

/** Begins to erase a tenant. */
export async function beginErasing(db: Database, tenantId: string): Promise<void> {
  await db.transaction().execute((tx) => eraseTenant(tx, byOperator(tenantId)));
}

/** Carries erasures out as far as it goes now, as the loop in the API does; of a time that nothing waits for unless said. */
export async function carryOut(product: TestApp, changes: Partial<ErasureDeps> = {}): Promise<void> {
  const { db, queue, store, receipts } = product;
  while (await eraseNext({ db, queue, store, signer: receipts, settleSeconds: 0, logger: silent, ...changes }));
}

/** Lets the time come at which nothing can be under way any more. */
export async function settle({ db }: Pick<TestApp, 'db'>): Promise<void> {
  await db
    .updateTable('erasures')
    .where('state', '<>', 'succeeded')
    .set({ settles_at: sql`now()`, due_at: sql`now()` })
    .execute();
}
