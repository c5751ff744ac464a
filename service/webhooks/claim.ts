import type { Database } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { type RawBuilder, sql } from 'kysely';

/** How many deliveries to one endpoint, and to all of one tenant, are taken at once. */
const OF_ENDPOINT = 4;
const OF_TENANT = 8;

/** How many of the deliveries that are due are looked at first for those to take. */
const WINDOW = 200;

/** Seconds after which a delivery whose process says nothing any more is taken again; longer than one may take. */
const LEASE = 60;

/** Where a delivery goes that this process is at. */
interface Sending {
  endpoint_id: string;
  tenant_id: string;
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDue>>[number];

/** The deliveries that are due the longest, of all endpoints. */
const OLDEST = sql`
  oldest as (
    select id, endpoint_id, due_at from webhook_deliveries where due_at <= now() order by due_at limit ${WINDOW}
  )`;

/** The same of each endpoint, found by a step in the index `webhook_deliveries_of_endpoint`, however much it has. */
const OLDEST_OF_EACH = sql`
  who as (
    (select endpoint_id from webhook_deliveries where due_at is not null order by endpoint_id, due_at limit 1)
    union all
    select (
      select endpoint_id from webhook_deliveries where due_at is not null and endpoint_id > who.endpoint_id
      order by endpoint_id, due_at limit 1
    )
    from who where who.endpoint_id is not null
  ), oldest as (
    select own.* from who cross join lateral (
      select id, endpoint_id, due_at from webhook_deliveries
      where endpoint_id = who.endpoint_id and due_at <= now() order by endpoint_id, due_at limit ${OF_ENDPOINT}
    ) as own
  )`;

/**
 * Takes deliveries that are due, so that no other process takes them, the next of each tenant before the second of any.
 * An endpoint that is being sent to gets more when all of that is done.
 *
 * @param count the most to take
 * @param sending what this process is at
 */
export async function claimDue(db: Database, count: number, sending: readonly Sending[]) {
  let { due, ids } = await takeFrom(db, OLDEST, count, sending);
  // All of those are for who is being sent to, and there may be a million more of them.
  if (ids.length === 0 && due === WINDOW) ({ ids } = await takeFrom(db, OLDEST_OF_EACH, count, sending));
  if (ids.length === 0) return [];
  return db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhook_events as event', 'event.id', 'delivery.event_id')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'delivery.endpoint_id')
    .where('delivery.id', 'in', ids)
    .select(['delivery.id', 'delivery.endpoint_id', 'delivery.event_id', 'delivery.sequence', 'delivery.taken'])
    .select([
      'delivery.failures',
      'delivery.attempts',
      'event.type',
      'event.data',
      'event.origin',
      'event.created_at as happened_at',
    ])
    .select(['endpoint.tenant_id', 'endpoint.url', 'endpoint.secret', 'endpoint.previous_secret'])
    .select(['endpoint.previous_secret_expires_at', 'endpoint.older_secrets', databaseTime().as('taken_at')])
    .execute();
}

/** Takes from these deliveries, and tells how many they are. */
async function takeFrom(db: Database, oldest: RawBuilder<unknown>, count: number, sending: readonly Sending[]) {
  const endpointIds = [...new Set(sending.map(({ endpoint_id }) => endpoint_id))];
  const tenantIds = sending.map(({ tenant_id }) => tenant_id);
  const { rows } = await sql<{ due: number; ids: string[] }>`
    with recursive ${oldest}, sending as (
      select tenant_id, count(*) from unnest(${tenantIds}::uuid[]) as tenant_id group by tenant_id
    ), free as (
      select d.id, d.due_at, d.endpoint_id, e.tenant_id, ${OF_TENANT} - coalesce(sending.count, 0) as room
      from oldest d
      join webhook_endpoints e on e.id = d.endpoint_id
      left join sending on sending.tenant_id = e.tenant_id
      where e.enabled and d.endpoint_id <> all(${endpointIds}::uuid[]) and coalesce(sending.count, 0) < ${OF_TENANT}
    ), turns as (
      select id, room,
        row_number() over (partition by endpoint_id order by due_at) as of_endpoint,
        row_number() over (partition by tenant_id order by due_at) as of_tenant
      from free
    ), taken as (
      select d.id from webhook_deliveries d join turns on turns.id = d.id
      where of_endpoint <= ${OF_ENDPOINT} and of_tenant <= room and d.due_at <= now()
      order by of_tenant limit ${count} for update of d skip locked
    ), claimed as (
      update webhook_deliveries d set taken = d.taken + 1, due_at = now() + make_interval(secs => ${LEASE})
      from taken where d.id = taken.id returning d.id
    )
    select (select count(*)::int from oldest) as due, (select coalesce(array_agg(id), '{}') from claimed) as ids`.execute(
    db,
  );
  return rows[0] ?? { due: 0, ids: [] };
}

/** Gives back a delivery that was taken and not sent to its end, so that it is due at once. */
export async function giveBack(db: Database, { id, taken }: Pick<ClaimedDelivery, 'id' | 'taken'>): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .where('id', '=', id)
    .where('taken', '=', taken)
    .where('state', '=', 'pending')
    .set({ due_at: sql`now()` })
    .execute();
}
