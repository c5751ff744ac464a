import { ProblemError } from '@logomorph/contract/problem.ts';
import { QUOTAS, type QuotaName, type Quotas } from '@logomorph/contract/quota.ts';
import type { TenantLimit } from '@logomorph/contract/tenant-limits.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { type RawBuilder, sql } from 'kysely';
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
    with ${holdingToQuotas(defaults, oneTaking(tenantId, takingOfRenders(count, count)))},
    counted_asked as (
      ${countingAsked(sql`select ${tenantId}::uuid, ${count}::bigint where not exists (select from over)`)}
    )
    select * from over`.execute(tx);
  refuseOver(rows[0]);
}

/**
 * Holds a tenant to its quota of bytes, in the transaction that has just stored so many.
 *
 * @throws ProblemError storage-full
 */
export function takeBytes(tx: DatabaseTransaction, tenantId: string, defaults: Quotas, bytes: number): Promise<void> {
  return holdToBytes(tx, tenantId, defaults, { amount: bytes, written: bytes });
}

/**
 * Refuses bytes that are to come, when there is no room for them now. They are held to the quota when they are stored.
 *
 * @throws ProblemError storage-full
 */
export function refuseWithoutRoom(
  tx: DatabaseTransaction,
  tenantId: string,
  defaults: Quotas,
  bytes: number,
): Promise<void> {
  return holdToBytes(tx, tenantId, defaults, { amount: bytes, written: 0 });
}

async function holdToBytes(
  tx: DatabaseTransaction,
  tenantId: string,
  defaults: Quotas,
  storedBytes: { amount: number; written: number },
): Promise<void> {
  const taking = { storedBytes };
  const { rows } = await sql<OverQuota>`
    with ${holdingToQuotas(defaults, oneTaking(tenantId, taking))} select * from over`.execute(tx);
  refuseOver(rows[0]);
}

/** What a statement does about rows that others have locked: it waits for them, or passes them over. */
export type WhenLocked = 'wait' | 'skip';

/** The end of a part of a statement that locks rows. */
export function lockingAs(whenLocked: WhenLocked) {
  return whenLocked === 'skip' ? sql`skip locked` : sql``;
}

/**
 * Parts of a statement that hold tenants to their quotas. It is given a query of what is taken: the place of the one who takes
 * in the order in which all do, the tenant, and the taking. `over` is, by place, the first quota of which too little is left,
 * also for those who come before. `lasting` are the tenants that are there and not locked by others, and cannot go now.
 *
 * A tenant without limits is only kept from going, and nothing is counted. Of others `counted` is called when the lock is had,
 * and so counts whoever had it before.
 */
export function holdingToQuotas(defaults: Quotas, takings: RawBuilder<unknown>, whenLocked: WhenLocked = 'wait') {
  const isAnyLimited = QUOTAS.some((name) => defaults[name] !== null);
  return sql`
    takings (place, tenant_id, taking) as (${takings}),
    there as (
      select id, (${isAnyLimited} or quotas <> '{}') as is_limited from tenants
      where id in (select tenant_id from takings)
      order by id for key share ${lockingAs(whenLocked)}
    ), limited as (
      select id, ${JSON.stringify(defaults)}::jsonb || quotas as quotas from tenants
      where id in (select id from there where is_limited)
      order by id for no key update ${lockingAs(whenLocked)}
    ), lasting as (
      select id from there where not is_limited union all select id from limited
    ), present as materialized (
      select limited.id, quotas, counted.* from limited cross join lateral counted(limited.id) as counted
    ), over as (
      select distinct on (place) place, name, "limit", used, amount
      from (
        select takings.place, rank, name, (quotas ->> name)::float8 as "limit",
          value - (taken ->> 'written')::float8 as used, (taken ->> 'amount')::float8 as amount,
          sum((taken ->> 'amount')::float8) over (partition by present.id, name order by takings.place) as amounts
        from present join takings on takings.tenant_id = present.id
        cross join lateral (values
          (1, 'rendersPerDay', "rendersAsked"),
          (2, 'unfinishedRenders', "unfinishedRenders"),
          (3, 'storedBytes', "logoBytes" + "outputBytes")
        ) as counts (rank, name, value)
        join lateral jsonb_each(taking) as parts (name, taken) using (name)
      ) as found
      where used + amounts > "limit"
      order by place, rank
    )`;
}

/** The statement that counts renders which are asked for, by a query of tenants and numbers; it may be a part of one. */
export function countingAsked(counts: RawBuilder<unknown>) {
  return sql`
    insert into counter_changes (tenant_id, name, day, change)
    select tenant_id, 'rendersAsked', ${TODAY}, renders from (${counts}) as counts (tenant_id, renders)`;
}

function oneTaking(tenantId: string, taking: Taking) {
  return sql`select 1, ${tenantId}::uuid, ${JSON.stringify(taking)}::jsonb`;
}

/** What renders take. What one will make is not known yet: while there is room for anything it may be made. */
export function takingOfRenders(count: number, written = 0): Taking {
  return {
    rendersPerDay: { amount: count, written: 0 },
    unfinishedRenders: { amount: count, written },
    storedBytes: { amount: 1, written: 0 },
  };
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
  const quota = { name, limit, used, ...(name === 'rendersPerDay' ? { resetsAt: nextDay() } : {}) };
  const detail = `The quota ${name} of the tenant is ${limit}, ${used} of it are in use, and this takes ${amount}`;
  throw new ProblemError(name === 'storedBytes' ? 'storage-full' : 'quota-exceeded', detail, { quota });
}

/** When the next day of UTC begins. */
function nextDay(): string {
  return new Date(new Date().setUTCHours(24, 0, 0, 0)).toISOString();
}
