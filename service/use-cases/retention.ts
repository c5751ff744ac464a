import type { Retention, RetentionPatch } from '@logomorph/contract/retention.ts';
import { type Author, recordChange } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { lockTenant } from './tenants.ts';

/** How long a tenant's things are kept. */
export async function readRetention(db: Database, tenantId: string): Promise<Retention> {
  const own = await db.selectFrom('tenants').select('retention').where('id', '=', tenantId).executeTakeFirst();
  return toRetention(own?.retention ?? {});
}

/**
 * Changes how long a tenant's things are kept; what is not given stays.
 *
 * @throws ProblemError not-found when the tenant is being erased
 */
export async function changeRetention(db: Database, author: Author, change: RetentionPatch): Promise<Retention> {
  const { tenantId } = author;
  return db.transaction().execute(async (tx) => {
    await lockTenant(tx, tenantId);
    const before = await readRetention(tx, tenantId);
    const { retention } = await tx
      .updateTable('tenants')
      .where('id', '=', tenantId)
      .set({ retention: sql<string>`retention || ${JSON.stringify(change)}::jsonb` })
      .returning('retention')
      .executeTakeFirstOrThrow();
    const after = toRetention(retention);
    await recordChange(tx, author, before, after, {
      action: 'retention.changed',
      target: { type: 'tenant', id: tenantId },
      details: { ...change },
    });
    return after;
  });
}

function toRetention({ renderDays = null, logoDays = null }: RetentionPatch): Retention {
  return { renderDays, logoDays };
}
