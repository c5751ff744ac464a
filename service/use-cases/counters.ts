import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/** How many changes are added up at a time. */
const PAGE = 5000;

/** Days after which the counter of a day is kept no longer. */
const KEPT_DAYS = 7;

/** What is counted of a tenant. */
export interface Counters {
  logoBytes: number;
  outputBytes: number;
  unfinishedRenders: number;
  /** Runs of renders that were asked for today, a day of UTC. */
  rendersAsked: number;
}

/** The day of UTC on which the transaction began. */
export const TODAY = sql<Date>`(now() at time zone 'utc')::date`;

/** What is counted of a tenant, with all that is committed and what the transaction itself has done. */
export async function readCounters(db: Database, tenantId: string): Promise<Counters> {
  return db.selectFrom(sql<Counters>`counted(${tenantId})`.as('counted')).selectAll().executeTakeFirstOrThrow();
}

/** Adds up what has changed, in pages. Replicas that do it at once take different changes. */
export async function addUpChanges(db: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      with taken as (
        delete from counter_changes
        where id in (select id from counter_changes order by id limit ${PAGE} for update skip locked)
        returning tenant_id, name, day, change
      ), added as (
        insert into counters (tenant_id, name, day, value)
        select tenant_id, name, day, sum(change) from taken
        -- Of a tenant that is erased nothing is kept.
        where exists (select from tenants where tenants.id = tenant_id)
        group by tenant_id, name, day order by tenant_id, name, day
        on conflict (tenant_id, name, day) do update set value = counters.value + excluded.value
      )
      select count(*)::int from taken`.execute(db);
    if ((rows[0]?.count ?? 0) < PAGE) break;
  }
}

/** Forgets the counters of days that are long over. */
export async function forgetOldCounters(db: Database): Promise<void> {
  await db.deleteFrom('counters').where('day', '<', sql<Date>`${TODAY} - ${KEPT_DAYS}::int`).execute();
}
