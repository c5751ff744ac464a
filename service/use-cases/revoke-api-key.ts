import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { findKey, isLiveAdmin } from './api-keys.ts';

/**
 * Revokes a key, and gives its prefix. Revoking it again changes nothing.
 *
 * @throws ProblemError not-found; last-admin-key when no other key of the tenant may manage its keys
 */
export async function revokeApiKey(db: Database, tenantId: string, keyId: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    // A tenant's revocations take turns: else of its last two keys each could be taken for the one that stays.
    await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
    const key = await findKey(tx, tenantId, keyId);
    if (key.is_live_admin && !(await hasOtherAdmin(tx, tenantId, keyId))) {
      throw new ProblemError('last-admin-key', 'Create another key with the scope admin first, then revoke this one');
    }
    await tx
      .updateTable('api_keys')
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .set({ revoked_at: sql`now()` })
      .execute();
    return key.prefix;
  });
}

async function hasOtherAdmin(tx: DatabaseTransaction, tenantId: string, keyId: string): Promise<boolean> {
  const other = await tx
    .selectFrom('api_keys')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '!=', keyId)
    .where(isLiveAdmin)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
