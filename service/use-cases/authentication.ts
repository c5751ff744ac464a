import { timingSafeEqual } from 'node:crypto';
import type { Scope } from '@logomorph/contract/api-key.ts';
import type { AuditActor } from '@logomorph/contract/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { withValue } from '../http/at-once.ts';
import type { LiveCache } from '../live-cache.ts';
import { isLive } from './api-keys.ts';
import { parseKey } from './key-format.ts';

/** Who a request speaks for, and what it may do. */
export interface Principal {
  tenantId: string;
  /** Who acts, for limits and the log: the prefix of a key, or `user_` and a hash of who signed in. */
  actor: string;
  /** The same for the audit log of the tenant, which may know who it is. */
  auditedAs: AuditActor;
  scopes: readonly Scope[];
  /** The key's own limit; none when undefined. */
  requestsPerMinute: number | undefined;
}

/** What a key or a token opens. */
export interface Access {
  principal: Principal;
  /** Whether its tenant is suspended: then it opens nothing. */
  isSuspended: boolean;
  /** Whether a request with it would still be let in. Rejects when that cannot be found out now. */
  isLive(): Promise<boolean>;
}

/** A key that is neither revoked nor expired. */
export interface LiveKey {
  id: string;
  principal: Principal;
  isSuspended: boolean;
  hash: Buffer;
  /** Milliseconds that were left of it when it was read; infinite without an expiry. */
  msLeft: number;
  /** Whether its last use was written more than a minute ago. */
  isUseDue: boolean;
}

/** Live keys by their prefixes. */
export type KeyCache = LiveCache<LiveKey>;

/** Reads a key by its prefix. Gives undefined for one that is unknown, revoked or expired. */
export async function findLiveKey(db: Database, prefix: string): Promise<LiveKey | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .innerJoin('tenants', 'tenants.id', 'api_keys.tenant_id')
    .select(['api_keys.id', 'tenant_id', 'hash', 'scopes', 'requests_per_minute', 'suspended_at'])
    .select(sql<number | null>`extract(epoch from expires_at - now())::float8 * 1000`.as('ms_left'))
    .select(isUseDue.as('is_use_due'))
    .where('prefix', '=', prefix)
    .where(isLive)
    // Of a tenant that is being erased no key is live.
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    principal: {
      tenantId: row.tenant_id,
      actor: prefix,
      auditedAs: { type: 'key', id: row.id, prefix },
      scopes: row.scopes,
      requestsPerMinute: row.requests_per_minute ?? undefined,
    },
    isSuspended: row.suspended_at !== null,
    hash: row.hash,
    msLeft: row.ms_left ?? Number.POSITIVE_INFINITY,
    isUseDue: row.is_use_due,
  };
}

/** Finds out whom a key speaks for. Gives undefined for one that is mistyped, unknown, wrong, revoked or expired. */
export function authenticate(keys: KeyCache, text: string): LiveKey | undefined | Promise<LiveKey | undefined> {
  const parts = parseKey(text);
  if (parts === undefined) return undefined;
  return withValue(keys.find(parts.prefix), (key) =>
    key !== undefined && timingSafeEqual(key.hash, parts.hash) ? key : undefined,
  );
}

/** Notes that a key is in use, unless that was noted less than a minute ago, by whichever replica. */
export async function recordUse(db: Database, keyId: string): Promise<void> {
  await db.updateTable('api_keys').where('id', '=', keyId).where(isUseDue).set({ last_used_at: sql`now()` }).execute();
}

const isUseDue = sql<boolean>`(last_used_at is null or last_used_at < now() - interval '1 minute')`;
