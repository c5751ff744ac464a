import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { WHO_WAITS } from './turns.ts';

/**
 * How many renders wait for their turn; those of suspended tenants wait by intent and are not counted. What waits may be very
 * much, so it is what is left when of the unfinished renders, whose number is kept, those are taken that the queue has and those
 * of logos that are held.
 */
export async function outboxSize(db: Database): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    with recursive who as (${WHO_WAITS}), waiting as (
      select tenants.id from tenants join who on who.tenant_id = tenants.id where tenants.suspended_at is null
    ), unfinished as (
      select value from counters join waiting on waiting.id = tenant_id where name = 'unfinishedRenders'
      union all
      select change from counter_changes join waiting on waiting.id = tenant_id where name = 'unfinishedRenders'
    ), handed_over as (
      select count(*) as count from renders join waiting on waiting.id = tenant_id
      where enqueued_at is not null and state in ('queued', 'running')
    ), of_held as (
      select renders.id from logos join renders on renders.tenant_id = logos.tenant_id and renders.logo_id = logos.id
      where scan = 'pending' and enqueued_at is null and state in ('queued', 'running')
      union
      select renders.id from logos join renders on renders.tenant_id = logos.tenant_id and renders.to_logo_id = logos.id
      where scan = 'pending' and enqueued_at is null and state in ('queued', 'running')
    ), held as (
      select count(*) as count from of_held join renders using (id) join waiting on waiting.id = tenant_id
    )
    select (coalesce((select sum(value) from unfinished), 0) - handed_over.count - held.count)::int as size
    from handed_over, held`.execute(db);
  return rows[0]?.size ?? 0;
}
