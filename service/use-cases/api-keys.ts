import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey, NewApiKey } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { type PageRequest, toPage } from './page.ts';

/** Who a request speaks for. */
export interface Principal {
  tenantId: string;
  keyId: string;
  keyPrefix: string;
}

/** `lm_`, 8 bytes that find the key, `_`, 24 bytes that prove it; both in hex. */
const KEY = /^(lm_[0-9a-f]{16})_([0-9a-f]{48})$/;

/** Makes a key for a tenant. Its secret is in the answer alone: what is stored is a hash. */
export async function createApiKey(db: Database, tenantId: string, name: string): Promise<NewApiKey> {
  const prefix = `lm_${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(24).toString('hex');
  const row = await db
    .insertInto('api_keys')
    .values({ id: uuid(), tenant_id: tenantId, name, prefix, hash: hash(secret) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...toApiKey(row), key: `${prefix}_${secret}` };
}

/** The keys of a tenant, newest first, the revoked ones too. */
export async function listApiKeys(db: Database, tenantId: string, { limit, cursor }: PageRequest) {
  const rows = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(rows.map(toApiKey), limit);
}

/**
 * Revokes a key at once. Revoking it again changes nothing.
 *
 * @throws ProblemError not-found
 */
export async function revokeApiKey(db: Database, tenantId: string, keyId: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', keyId)
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(new Date())) }))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ProblemError('not-found', 'There is no such API key');
}

/** Finds out whom a key speaks for. Gives undefined for a key that is unknown, wrong or revoked. */
export async function authenticate(db: Database, key: string): Promise<Principal | undefined> {
  const [, prefix, secret] = KEY.exec(key) ?? [];
  if (prefix === undefined || secret === undefined) return undefined;
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'tenant_id', 'hash'])
    .where('prefix', '=', prefix)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || !timingSafeEqual(row.hash, hash(secret))) return undefined;
  return { tenantId: row.tenant_id, keyId: row.id, keyPrefix: prefix };
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function toApiKey(row: Selectable<Tables['api_keys']>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAt: row.created_at.toISOString(),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at.toISOString() }),
  };
}
