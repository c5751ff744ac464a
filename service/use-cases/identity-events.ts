import { ProblemError } from '@logomorph/contract/problem.ts';
import { bySystem } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { eraseTenant } from './erase-tenant.ts';
import { ensureIdentity, type Identity } from './identities.ts';

/** Days for which a webhook is known again: longer than the provider tries to deliver it. */
const KEPT_DAYS = 7;

/** How many are forgotten in one statement. */
const PAGE = 1000;

/** What the identity provider tells of an identity. */
export interface IdentityEvent {
  /** Of the webhook: the same when it is sent again. */
  id: string;
  type: 'created' | 'deleted';
  identity: Identity;
}

/**
 * Gives an identity that was created its tenant, and begins to erase that of one that was deleted: its keys and tokens are
 * refused within 5 s. All of it has its effect once, and in any order: what was deleted stays so.
 */
export async function applyIdentityEvent(db: Database, { id, type, identity }: IdentityEvent): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('received_webhooks')
      .values({ id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    if (type === 'created') await ensureIdentity(tx, identity, { type: 'system' });
    else await deleteIdentity(tx, identity);
  });
}

async function deleteIdentity(tx: DatabaseTransaction, identity: Identity): Promise<void> {
  await tx
    .insertInto('identities')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { tenant_id } = await tx
    .selectFrom('identities')
    .select('tenant_id')
    .where(({ and }) => and(identity))
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('identities')
    .where(({ and }) => and(identity))
    .set({ tenant_id: null, deleted_at: sql`coalesce(deleted_at, now())` })
    .execute();
  if (tenant_id !== null) await eraseUnlessErased(tx, tenant_id);
}

async function eraseUnlessErased(tx: DatabaseTransaction, tenantId: string): Promise<void> {
  try {
    await eraseTenant(tx, bySystem(tenantId));
  } catch (error) {
    // It was erased by a wish of its own.
    if (!(error instanceof ProblemError && error.problem === 'not-found')) throw error;
  }
}

/** Forgets webhooks that do not come again. */
export async function forgetReceivedWebhooks(db: Database): Promise<void> {
  const old = db
    .deleteFrom('received_webhooks')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('received_webhooks')
        .select('id')
        .where('received_at', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS})`)
        .limit(PAGE),
    );
  while ((await old.executeTakeFirst()).numDeletedRows === BigInt(PAGE));
}
