import type { Database } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { sql } from 'kysely';

/** How many deliveries to one endpoint, and to all of one tenant, are taken at once. */
const OF_ENDPOINT = 4;
const OF_TENANT = 8;

/** How many of the deliveries that are due are looked at for those to take. */
const WINDOW = 200;

/** Seconds after which a delivery whose process says nothing any more is taken again; longer than one may take. */
const LEASE = 60;

/** Where a delivery goes that this process is at. */
interface Sending {
  endpoint_id: string;
  tenant_id: string;
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDue>>[number];

/**
 * Takes deliveries that are due, so that no other process takes them, the next of each tenant before the second of any.
 * An endpoint that is being sent to gets more when all of that is done.
 *
 * @param count the most to take
 * @param sending what this process is at
 */
export async function claimDue(db: Database, count: number, sending: readonly Sending[]) {
  const endpointIds = [...new Set(sending.map(({ endpoint_id }) => endpoint_id))];
  const tenantIds = sending.map(({ tenant_id }) => tenant_id);
  const { rows } = await sql<{ id: string }>`
    with sending as (
      select tenant_id, count(*) from unnest(${tenantIds}::uuid[]) as tenant_id group by tenant_id
    ), oldest as (
      select d.id, d.due_at, d.endpoint_id, e.tenant_id, ${OF_TENANT} - coalesce(sending.count, 0) as room
      from webhook_deliveries d
      join webhook_endpoints e on e.id = d.endpoint_id
      left join sending on sending.tenant_id = e.tenant_id
      where d.due_at <= now()
        and d.endpoint_id <> all(${endpointIds}::uuid[]) and coalesce(sending.count, 0) < ${OF_TENANT}
      order by d.due_at limit ${WINDOW}
    ), turns as (
      select id, room,
        row_number() over (partition by endpoint_id order by due_at) as of_endpoint,
        row_number() over (partition by tenant_id order by due_at) as of_tenant
      from oldest
    ), taken as (
      select d.id from webhook_deliveries d join turns on turns.id = d.id
      where of_endpoint <= ${OF_ENDPOINT} and of_tenant <= room and d.due_at <= now()
      order by of_tenant limit ${count} for update of d skip locked
    )
    update webhook_deliveries d set taken = d.taken + 1, due_at = now() + make_interval(secs => ${LEASE})
    from taken where d.id = taken.id returning d.id`.execute(db);
  if (rows.length === 0) return [];
  return db
    .selectFrom('webhook_deliveries as delivery')
    .innerJoin('webhook_events as event', 'event.id', 'delivery.event_id')
    .innerJoin('webhook_endpoints as endpoint', 'endpoint.id', 'delivery.endpoint_id')
    .where(
      'delivery.id',
      'in',
      rows.map(({ id }) => id),
    )
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
    .select(['endpoint.previous_secret_expires_at', databaseTime().as('taken_at')])
    .execute();
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
