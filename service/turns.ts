import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { NOT_HELD } from '@logomorph/core/held-logos.ts';
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

/**
 * Makes Postgres take the first of that index for the rest of the transaction. In a rush of renders it still believes that
 * hardly any wait, and would sort all of them for each that it looks for. A sort that is needed all the same then counts as
 * so costly that Postgres would compile the statement first, which takes a hundred times as long as the statement.
 */
export async function inIndexOrder(tx: DatabaseTransaction): Promise<void> {
  await sql`
    select set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true),
      set_config('jit', 'off', true)`.execute(tx);
}

/** A render whose turn it is. */
export interface Turn {
  id: string;
  tenantId: string;
  /** When it begins, in the common time of all tenants: renders by weight. */
  start: number;
}

/**
 * The renders whose turn is next; none of suspended tenants: of each tenant by priority and age, and of the tenants in turns by their weights. It is
 * start-time fair queueing (Goyal, Vin, Cheng 1996) with renders for packets: a tenant's turns are 1 / weight apart, the
 * earliest is next, and a tenant that had nothing to do goes on from where the others are, so it saves no turns up.
 */
export async function nextTurns(tx: DatabaseTransaction, count: number): Promise<Turn[]> {
  // Who waits is found by a step in the index for each tenant, however much it has; more than `count` have no turn anyway.
  const { rows } = await sql<Turn>`
    with recursive who as (
      (select renders.tenant_id from renders where ${WAITING} order by ${INDEX_ORDER} limit 1)
      union all
      select (
        select renders.tenant_id from renders where ${WAITING} and renders.tenant_id > who.tenant_id
        order by ${INDEX_ORDER} limit 1
      )
      from who where who.tenant_id is not null
    ), candidates as (
      select tenants.id, tenants.weight, tenants.turn,
        greatest(tenants.turn + 1::float8 / tenants.weight, (select max(turn) from tenants)) as start
      from tenants join who on who.tenant_id = tenants.id
      where tenants.suspended_at is null
      order by start, turn, id
      limit ${count}
    )
    select own.id, candidates.id as "tenantId",
      candidates.start + (own.place - 1) / candidates.weight::float8 as start
    from candidates cross join lateral (
      select renders.id, row_number() over (order by ${INDEX_ORDER}) as place
      from renders where ${WAITING} and renders.tenant_id = candidates.id
      order by ${INDEX_ORDER}
      limit ${count}
    ) as own
    order by 3, own.place, candidates.turn, candidates.id
    limit ${count}`.execute(tx);
  return rows;
}

/** Notes which turns tenants have had. */
export async function keepTurns(tx: DatabaseTransaction, turns: readonly Turn[]): Promise<void> {
  const last = new Map(turns.map(({ tenantId, start }) => [tenantId, start]));
  await sql`
    update tenants set turn = had.turn
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::float8[]) as had (id, turn)
    where tenants.id = had.id`.execute(tx);
}
