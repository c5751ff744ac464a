import { API_KEY_DEFAULTS, type ApiKeyRotation, type NewApiKey } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { findKey, type Grantor, insertKey, isLive, readExpiry } from './api-keys.ts';
import { requireScopes } from './scopes.ts';
import { lockTenant } from './tenants.ts';

/**
 * Makes a key with the name, scopes and limits of another, which ends after the overlap, unless it ends before anyway.
 * Gives also the prefix of that one.
 *
 * @throws ProblemError not-found, key-ended, insufficient-scope, too-many-keys; invalid-request when it would have expired
 * already
 */
export async function rotateApiKey(
  db: Database,
  grantor: Grantor,
  keyId: string,
  { overlapSeconds = API_KEY_DEFAULTS.overlapSeconds, expiresAt }: ApiKeyRotation,
): Promise<{ newKey: NewApiKey; oldPrefix: string }> {
  const { tenantId } = grantor;
  const newExpiry = readExpiry(expiresAt);
  return db.transaction().execute(async (tx) => {
    await lockTenant(tx, tenantId);
    const old = await tx
      .updateTable('api_keys')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', keyId)
      .where(isLive)
      // `least` passes over what is null.
      .set({ expires_at: sql`least(expires_at, now() + make_interval(secs => ${overlapSeconds}))` })
      .returning(['id', 'prefix', 'name', 'scopes', 'requests_per_minute'])
      .executeTakeFirst();
    if (old === undefined) {
      await findKey(tx, tenantId, keyId);
      throw new ProblemError('key-ended', 'The API key is revoked or has expired; create another');
    }
    const { id, prefix, ...same } = old;
    requireScopes(grantor.scopes, same.scopes);
    const newKey = await insertKey(tx, { ...same, tenant_id: tenantId, expires_at: newExpiry });
    await recordAudit(tx, grantor, {
      action: 'key.rotated',
      target: { type: 'key', id },
      details: { prefix, newKeyId: newKey.id, newPrefix: newKey.prefix, overlapSeconds },
    });
    return { newKey, oldPrefix: prefix };
  });
}
