import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { NOT_HELD } from '@logomorph/core/held-logos.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { type SqlBool, sql } from 'kysely';

/**
 * Of a render: that it waits to be handed to the queue. The index `renders_waiting` has those, and besides them the ones of
 * logos that are held.
 */
export const WAITING = sql<SqlBool>`renders.enqueued_at is null and renders.logo_id is not null
  and renders.state in ('queued', 'running') and ${NOT_HELD}`;

/** The order of that index, whole, so that no other one seems as good. */
export const INDEX_ORDER = sql`renders.tenant_id,
  (case renders.priority when 'high' then 1 when 'normal' then 2 else 3 end), renders.id`;

/** Which tenants have renders that wait, as the recursive query `who`: a step in the index for each, however much it has. */
export const WHO_WAITS = sql`
  (select renders.tenant_id from renders where ${WAITING} order by ${INDEX_ORDER} limit 1)
  union all
  select (
    select renders.tenant_id from renders where ${WAITING} and renders.tenant_id > who.tenant_id
    order by ${INDEX_ORDER} limit 1
  )
  from who where who.tenant_id is not null`;

/** What was taken by turns. */
export interface Taken {
  renders: QueuedRender[];
  /** How many had their turn; those among them that are just being changed are left for later. */
  turns: number;
}

/**
 * Takes the renders whose turn is next out of the outbox, and notes that they were handed over and which turns tenants have
 * had; none of suspended tenants: of each tenant by priority and age, and of the tenants in turns by their weights. It is
 * start-time fair queueing (Goyal, Vin, Cheng 1996) with renders for packets: a tenant's turns are 1 / weight apart, the
 * earliest is next, and a tenant that had nothing to do goes on from where the others are, so it saves no turns up.
 */
export async function takeTurns(tx: DatabaseTransaction, count: number): Promise<Taken> {
  // More tenants than `count` have no turn anyway. A render that is locked is passed over: so this waits for nobody who may
  // wait for it.
  const { rows } = await sql<{ id: string; run: number | null }>`${PLANNED_ONCE}
    with recursive who as (${WHO_WAITS}), candidates as (
      select tenants.id, tenants.weight, tenants.turn,
        greatest(tenants.turn + 1::float8 / tenants.weight, (select max(turn) from tenants)) as start
      from tenants join who on who.tenant_id = tenants.id
      where tenants.suspended_at is null
      order by start, turn, id
      limit ${count}
    ), turns as (
      select own.id, candidates.id as tenant_id, candidates.turn as before, own.place,
        candidates.start + (own.place - 1) / candidates.weight::float8 as start
      from candidates cross join lateral (
        select renders.id, row_number() over (order by ${INDEX_ORDER}) as place
        from renders where ${WAITING} and renders.tenant_id = candidates.id
        order by ${INDEX_ORDER}
        limit ${count}
      ) as own
      order by start, own.place, before, tenant_id
      limit ${count}
    ), taken as (
      select turns.tenant_id, turns.start, still.* from turns cross join lateral (
        select renders.id, renders.run from renders where renders.id = turns.id and ${WAITING}
        for no key update skip locked
      ) as still
    ), handed as (
      update renders set enqueued_at = ${databaseTime()} from taken where renders.id = taken.id
    ), had as (
      update tenants set turn = last.turn
      from (select tenant_id, max(start) as turn from taken group by tenant_id) as last
      where tenants.id = last.tenant_id
    )
    select turns.id, taken.run from turns left join taken using (id)
    order by turns.start, turns.place, turns.before, turns.tenant_id`.execute(tx);
  const renders = rows.flatMap(({ id, run }) => (run === null ? [] : [{ id, run }]));
  return { renders, turns: rows.length };
}
