import { ProblemError } from '@logomorph/contract/problem.ts';
import { QUOTAS, type QuotaName, type QuotaOverrides, type Quotas } from '@logomorph/contract/quota.ts';
import type { TenantLimit } from '@logomorph/contract/tenant-limits.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { type Counters, readCounters, TODAY } from './counters.ts';

/** What is needed to do what quotas are on. */
export interface QuotaDeps {
  db: Database;
  /** Quotas of tenants that have none of their own. */
  config: Pick<Config, 'quotas'>;
}

/**
 * Counts renders that are asked for, and holds the tenant to its quotas. To be called in the transaction that creates them,
 * after all that may wait for others, as all that are held to a quota take turns from here on.
 *
 * @throws ProblemError quota-exceeded, storage-full
 */
export async function takeRenders(
  tx: DatabaseTransaction,
  tenantId: string,
  defaults: Quotas,
  count: number,
): Promise<void> {
  const { rows } = await sql<{ quotas: QuotaOverrides }>`
    with asked as (
      insert into counter_changes (tenant_id, name, day, change) values (${tenantId}, 'rendersAsked', ${TODAY}, ${count})
    ) ${lockIfHeld(tenantId, defaults)}`.execute(tx);
  if (rows[0] === undefined) return;
  const quotas = { ...defaults, ...rows[0].quotas };
  const used = usedOf(await readCounters(tx, tenantId));
  checkQuota('rendersPerDay', quotas, used.rendersPerDay - count, count);
  checkQuota('unfinishedRenders', quotas, used.unfinishedRenders - count, count);
  // What it will make is not known yet: while there is room for anything it may be made.
  checkQuota('storedBytes', quotas, used.storedBytes, 1);
}

/**
 * Holds a tenant to its quota of bytes, in the transaction that has just stored so many.
 *
 * @throws ProblemError storage-full
 */
export async function takeBytes(
  tx: DatabaseTransaction,
  tenantId: string,
  defaults: Quotas,
  bytes: number,
): Promise<void> {
  const { rows } = await lockIfHeld(tenantId, defaults).execute(tx);
  if (rows[0] === undefined) return;
  const { storedBytes } = usedOf(await readCounters(tx, tenantId));
  checkQuota('storedBytes', { ...defaults, ...rows[0].quotas }, storedBytes - bytes, bytes);
}

/** The quotas of a tenant, and how much of each is in use. */
export async function readQuotas({ db, config }: QuotaDeps, tenantId: string): Promise<TenantLimit[]> {
  const own = await db.selectFrom('tenants').select('quotas').where('id', '=', tenantId).executeTakeFirst();
  const quotas: Quotas = { ...config.quotas, ...own?.quotas };
  const used = usedOf(await readCounters(db, tenantId));
  return QUOTAS.map((name) => ({
    name,
    ...(quotas[name] === null ? {} : { limit: quotas[name], remaining: Math.max(0, quotas[name] - used[name]) }),
    used: used[name],
    ...(name === 'rendersPerDay' ? { resetsAt: nextDay() } : {}),
  }));
}

/** Locks a tenant for the rest of the transaction, unless there is no limit on it: then it gives nothing. */
function lockIfHeld(tenantId: string, defaults: Quotas) {
  const isAnyLimited = QUOTAS.some((name) => defaults[name] !== null);
  return sql<{ quotas: QuotaOverrides }>`
    select quotas from tenants where id = ${tenantId} and (${isAnyLimited} or quotas <> '{}') for no key update`;
}

function usedOf(counters: Counters): Record<QuotaName, number> {
  return {
    rendersPerDay: counters.rendersAsked,
    unfinishedRenders: counters.unfinishedRenders,
    storedBytes: counters.logoBytes + counters.outputBytes,
  };
}

function checkQuota(name: QuotaName, quotas: Quotas, used: number, asked: number): void {
  const limit = quotas[name];
  if (limit === null || used + asked <= limit) return;
  const met = { name, limit, used, ...(name === 'rendersPerDay' ? { resetsAt: nextDay() } : {}) };
  const detail = `The quota ${name} of the tenant is ${limit}, ${used} of it are in use, and this takes ${asked}`;
  throw new ProblemError(name === 'storedBytes' ? 'storage-full' : 'quota-exceeded', detail, undefined, met);
}

/** When the next day of UTC begins. */
function nextDay(): string {
  return new Date(new Date().setUTCHours(24, 0, 0, 0)).toISOString();
}
