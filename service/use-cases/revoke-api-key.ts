import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { findKey, isLiveAdmin } from './api-keys.ts';
import { lockTenant } from './tenants.ts';

const endOf = sql<Date>`coalesce(expires_at, 'infinity')`;

/**
 * Revokes a key, and gives its prefix. Revoking it again changes nothing.
 *
 * @throws ProblemError not-found; last-admin-key when no other key of the tenant may manage its keys for as long, and nobody
 *   signs in to it
 */
export async function revokeApiKey(db: Database, author: Author, keyId: string): Promise<string> {
  const { tenantId } = author;
  return db.transaction().execute(async (tx) => {
    // Of a tenant's last two keys, revoked at once, each would be taken for the one that stays.
    await lockTenant(tx, tenantId);
    const key = await findKey(tx, tenantId, keyId);
    if (key.is_live_admin && !(await hasOtherAdmin(tx, tenantId, keyId)) && !(await hasIdentity(tx, tenantId))) {
      const detail = 'Rotate it, or first create another key with the scope admin that does not end earlier';
      throw new ProblemError('last-admin-key', detail);
    }
    const { numUpdatedRows } = await tx
      .updateTable('api_keys')
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .set({ revoked_at: sql`now()` })
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      await recordAudit(tx, author, {
        action: 'key.revoked',
        target: { type: 'key', id: key.id },
        details: { prefix: key.prefix },
      });
    }
    return key.prefix;
  });
}

/** Whether another key may manage keys, and does not end before this one would. */
async function hasOtherAdmin(tx: DatabaseTransaction, tenantId: string, keyId: string): Promise<boolean> {
  const other = await tx
    .selectFrom('api_keys')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '!=', keyId)
    .where(isLiveAdmin)
    .where(endOf, '>=', (eb) => eb.selectFrom('api_keys').select(endOf.as('end')).where('id', '=', keyId))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Whether the tenant is of somebody who signs in, and can make keys so. */
async function hasIdentity(tx: DatabaseTransaction, tenantId: string): Promise<boolean> {
  const identity = await tx
    .selectFrom('identities')
    .select('subject')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  return identity !== undefined;
}
