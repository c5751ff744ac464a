import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import type { RowCounts } from './counts.ts';

/**
 * Removes renders with all that is kept of them but their objects. They are to be locked; workers that are at one stop.
 *
 * @returns how many rows went, by table
 */
export async function removeRenders(tx: DatabaseTransaction, ids: readonly string[]): Promise<RowCounts> {
  if (ids.length === 0) return {};
  const { rows } = await sql<RowCounts>`
    with asked as (select unnest(${ids}::uuid[]) as id),
    deliveries as (
      delete from webhook_deliveries where event_id in (
        select webhook_events.id from webhook_events join asked on asked.id = render_id
      ) returning 1
    ),
    webhooks as (delete from webhook_events using asked where render_id = asked.id returning 1),
    events as (delete from render_events using asked where render_id = asked.id returning 1),
    outputs as (delete from render_outputs using asked where render_id = asked.id returning 1),
    gone as (delete from renders using asked where renders.id = asked.id returning 1)
    select
      (select count(*)::int from deliveries) as webhook_deliveries,
      (select count(*)::int from webhooks) as webhook_events,
      (select count(*)::int from events) as render_events,
      (select count(*)::int from outputs) as render_outputs,
      (select count(*)::int from gone) as renders`.execute(tx);
  return rows[0] ?? {};
}
