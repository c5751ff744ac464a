import {
  API_KEY_DEFAULTS,
  type ApiKey,
  type ApiKeyChange,
  type ApiKeyRequest,
  type NewApiKey,
  type Scope,
} from '@logomorph/contract/api-key.ts';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit, recordChange } from '@logomorph/core/audit.ts';
import type { RateLimitConfig } from '@logomorph/core/config.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { type Insertable, type Selectable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { makeKey } from './key-format.ts';
import { type PageRequest, paged, toPage } from './page.ts';
import { requireScopes } from './scopes.ts';
import { lockTenant } from './tenants.ts';

/** Of a row of `api_keys`: that it is neither revoked nor expired. */
export const isLive = sql<boolean>`(revoked_at is null and (expires_at is null or expires_at > now()))`;

/** Of a row of `api_keys`: that it is live and may manage keys. */
export const isLiveAdmin = sql<boolean>`(${isLive} and 'admin' = any (scopes))`;

/** Who makes a key for their tenant, and the most that it may do. */
export interface Grantor extends Author {
  scopes: readonly Scope[];
}

/**
 * Makes a key for a tenant. Its secret is in the answer alone: what is stored is a hash.
 *
 * @throws ProblemError insufficient-scope, too-many-keys; invalid-request when it would have expired already
 */
export async function createApiKey(
  db: Database,
  grantor: Grantor,
  { name, scopes = API_KEY_DEFAULTS.scopes, requestsPerMinute, expiresAt }: ApiKeyRequest,
): Promise<NewApiKey> {
  requireScopes(grantor.scopes, scopes);
  const { tenantId } = grantor;
  const values = {
    tenant_id: tenantId,
    name,
    scopes,
    requests_per_minute: requestsPerMinute ?? null,
    expires_at: readExpiry(expiresAt),
  };
  return db.transaction().execute(async (tx) => {
    await lockTenant(tx, tenantId);
    const key = await insertKey(tx, values);
    await recordAudit(tx, grantor, {
      action: 'key.created',
      target: { type: 'key', id: key.id },
      details: { prefix: key.prefix, scopes },
    });
    return key;
  });
}

/** The keys of a tenant, newest first, those that have ended too. */
export async function listApiKeys(db: Database, tenantId: string, page: PageRequest) {
  const query = db.selectFrom('api_keys').selectAll().where('tenant_id', '=', tenantId);
  const rows = await paged(query, page).execute();
  return toPage(rows.map(toApiKey), page);
}

/** @throws ProblemError not-found */
export async function readApiKey(db: Database, tenantId: string, keyId: string): Promise<ApiKey> {
  const row = await keyOf(db, tenantId, keyId).executeTakeFirst();
  if (row === undefined) throw noSuchKey();
  return toApiKey(row);
}

/**
 * Changes the name or the limit of a key; what is not given stays.
 *
 * @throws ProblemError not-found
 */
export async function changeApiKey(db: Database, author: Author, keyId: string, change: ApiKeyChange): Promise<ApiKey> {
  const { name, requestsPerMinute } = change;
  return db.transaction().execute(async (tx) => {
    const before = await keyOf(tx, author.tenantId, keyId).forNoKeyUpdate().executeTakeFirst();
    if (before === undefined) throw noSuchKey();
    const after = await tx
      .updateTable('api_keys')
      .where('id', '=', before.id)
      .set({
        ...(name === undefined ? {} : { name }),
        ...(requestsPerMinute === undefined ? {} : { requests_per_minute: requestsPerMinute }),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const key = toApiKey(after);
    await recordChange(tx, author, toApiKey(before), key, {
      action: 'key.changed',
      target: { type: 'key', id: key.id },
      details: { fields: Object.keys(change) },
    });
    return key;
  });
}

/**
 * What revoking and rotating need of a key.
 *
 * @throws ProblemError not-found
 */
export async function findKey(db: Database, tenantId: string, keyId: string) {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'prefix', isLiveAdmin.as('is_live_admin')])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', keyId)
    .executeTakeFirst();
  if (row === undefined) throw noSuchKey();
  return row;
}

/**
 * Stores a new key with what it is to have of its own, for a tenant that is locked.
 *
 * @throws ProblemError too-many-keys
 */
export async function insertKey(
  tx: DatabaseTransaction,
  values: Omit<Insertable<Tables['api_keys']>, 'id' | 'prefix' | 'hash'>,
): Promise<NewApiKey> {
  const { count } = await tx
    .selectFrom('api_keys')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', values.tenant_id)
    .where(isLive)
    .executeTakeFirstOrThrow();
  if (Number(count) >= LIMITS.apiKeys) {
    throw new ProblemError('too-many-keys', `A tenant may have ${LIMITS.apiKeys}; revoke one that is not in use`);
  }
  const { key, prefix, hash } = makeKey();
  const row = await tx
    .insertInto('api_keys')
    .values({ ...values, id: uuid(), prefix, hash })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...toApiKey(row), key };
}

/**
 * The time of an expiry, as a request has it; null for none.
 *
 * @throws ProblemError invalid-request when it is past
 */
export function readExpiry(expiresAt: string | undefined): Date | null {
  if (expiresAt === undefined) return null;
  const date = new Date(expiresAt);
  // Turned around, it would let through what is no date, such as a leap second.
  if (date.getTime() > Date.now()) return date;
  throw invalidRequest('body', [{ pointer: '/expiresAt', detail: 'must be in the future' }]);
}

/**
 * Lets a key's own limit be no more than what all keys have, which would count in its place.
 *
 * @throws ProblemError invalid-request
 */
export function checkOwnLimit({ requestsPerMinute }: ApiKeyChange, { perKey }: Pick<RateLimitConfig, 'perKey'>): void {
  if ((requestsPerMinute ?? 0) <= perKey) return;
  const detail = `must not be above ${perKey}, which is the limit of all keys`;
  throw invalidRequest('body', [{ pointer: '/requestsPerMinute', detail }]);
}

function keyOf(db: Database, tenantId: string, keyId: string) {
  return db.selectFrom('api_keys').selectAll().where('tenant_id', '=', tenantId).where('id', '=', keyId);
}

function noSuchKey(): ProblemError {
  return new ProblemError('not-found', 'There is no such API key');
}

function toApiKey(row: Selectable<Tables['api_keys']>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    ...(row.requests_per_minute === null ? {} : { requestsPerMinute: row.requests_per_minute }),
    createdAt: row.created_at.toISOString(),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at.toISOString() }),
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at.toISOString() }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at.toISOString() }),
  };
}
