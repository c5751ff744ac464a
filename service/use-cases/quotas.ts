import { ProblemError } from '@logomorph/contract/problem.ts';
import { QUOTAS, type QuotaName, type Quotas } from '@logomorph/contract/quota.ts';
import type { TenantLimit } from '@logomorph/contract/tenant-limits.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Counters, readCounters, TODAY } from './counters.ts';

/** What is needed to do what quotas are on. */
export interface QuotaDeps {
  db: Database;
  /** Quotas of tenants that have none of their own. */
  config: Pick<Config, 'quotas'>;
}

/** Of each quota that something takes from: how much, and how much of that the transaction has written before. */
type Taking = Readonly<Partial<Record<QuotaName, { amount: number; written: number }>>>;

/** A quota of which less is left than something takes. */
export interface OverQuota {
  name: QuotaName;
  limit: number;
  used: number;
  amount: number;
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
  const { rows } = await sql<OverQuota>`
    with ${holdingToQuotas(tenantId, defaults, takingOfRenders(count, count))},
    asked as (${countingAsked(tenantId, count)} where not exists (select from over))
    select * from over`.execute(tx);
  refuseOver(rows[0]);
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
  const taking = { storedBytes: { amount: bytes, written: bytes } };
  const { rows } = await sql<OverQuota>`
    with ${holdingToQuotas(tenantId, defaults, taking)} select * from over`.execute(tx);
  refuseOver(rows[0]);
}

/**
 * Parts of a statement that hold a tenant to its quotas, if a condition holds: `over` is the first quota of which too little
 * is left, and what the statement writes must depend on its being empty. A tenant without limits is not locked, and nothing
 * is counted. Of others `counted` is called when the lock is had, and so counts whoever had it before.
 */
export function holdingToQuotas(
  tenantId: string,
  defaults: Quotas,
  taking: Taking,
  condition: RawBuilder<SqlBool> = sql`true`,
) {
  const isAnyLimited = QUOTAS.some((name) => defaults[name] !== null);
  return sql`
    limited as (
      select id, ${JSON.stringify(defaults)}::jsonb || quotas as quotas from tenants
      where id = ${tenantId} and (${isAnyLimited} or quotas <> '{}') and ${condition}
      for no key update
    ), over as (
      select name, "limit", used, amount
      from limited cross join lateral counted(limited.id) as counted
      cross join lateral (values
        (1, 'rendersPerDay', "rendersAsked"),
        (2, 'unfinishedRenders', "unfinishedRenders"),
        (3, 'storedBytes', "logoBytes" + "outputBytes")
      ) as present (place, name, value)
      join jsonb_each(${JSON.stringify(taking)}::jsonb) as taking (name, taken) using (name)
      cross join lateral (select (taken ->> 'amount')::float8 as amount, value - (taken ->> 'written')::float8 as used,
        (quotas ->> name)::float8 as "limit") as found
      where used + amount > "limit"
      order by place limit 1
    )`;
}

/** What renders take. What one will make is not known yet: while there is room for anything it may be made. */
export function takingOfRenders(count: number, written = 0): Taking {
  return {
    rendersPerDay: { amount: count, written: 0 },
    unfinishedRenders: { amount: count, written },
    storedBytes: { amount: 1, written: 0 },
  };
}

/** The statement that counts renders that are asked for; it may be a part of one, and go on with a condition. */
export function countingAsked(tenantId: string, count: number) {
  return sql`
    insert into counter_changes (tenant_id, name, day, change)
    select ${tenantId}::uuid, 'rendersAsked', ${TODAY}, ${count}::bigint`;
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

function usedOf(counters: Counters): Record<QuotaName, number> {
  return {
    rendersPerDay: counters.rendersAsked,
    unfinishedRenders: counters.unfinishedRenders,
    storedBytes: counters.logoBytes + counters.outputBytes,
  };
}

/** @throws ProblemError quota-exceeded, storage-full, if there is any quota of which too little is left */
export function refuseOver(over: OverQuota | null | undefined): void {
  if (over === null || over === undefined) return;
  const { name, limit, used, amount } = over;
  const met = { name, limit, used, ...(name === 'rendersPerDay' ? { resetsAt: nextDay() } : {}) };
  const detail = `The quota ${name} of the tenant is ${limit}, ${used} of it are in use, and this takes ${amount}`;
  throw new ProblemError(name === 'storedBytes' ? 'storage-full' : 'quota-exceeded', detail, undefined, met);
}

/** When the next day of UTC begins. */
function nextDay(): string {
  return new Date(new Date().setUTCHours(24, 0, 0, 0)).toISOString();
}
