import type { RenderEvent } from '@logomorph/contract/render-event.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database/schema.ts';

/** An event before it has its place in a history. */
export type NewRenderEvent = RenderEvent extends infer E
  ? E extends RenderEvent
    ? Pick<E, 'type' | 'data'>
    : never
  : never;

/**
 * Appends an event of a run to a render's history, unless it has happened in that run already. Of a child of a batch the
 * run is its own. The caller must hold a lock on the render's row since an earlier statement. Listeners are woken at commit.
 */
export async function appendEvent(db: Database, renderId: string, run: number, event: NewRenderEvent): Promise<void> {
  await sql`
    with render as (select ${renderId}::uuid as id, ${run}::int as run),
    added as (${appending(eventOf('render', event))})
    select pg_notify('render_events', ${renderId})`.execute(db);
}

/** An event of what a part of the same statement has of a render, `id` and `run`, for `appending`. It comes last. */
export function eventOf(source: string, event: NewRenderEvent) {
  return sql`
    select id as render_id, run, ${event.type}::text as type, ${nameOf(event)}::text as name,
      ${JSON.stringify(event.data)}::jsonb as data, null::int as place
    from ${sql.table(source)}`;
}

/**
 * The part of a statement that appends events to the history of one render, as far as they have not happened. Each comes
 * with `render_id`, `run`, `type`, `name`, `data` and its `place` among them. The render's row must be locked, which keeps
 * the sequence without gaps; whoever locks it in this same statement has to know that nobody else can have appended since
 * it began, for it sees nothing of that.
 */
export function appending(events: RawBuilder<unknown>) {
  const past = sql`render_events as past where past.render_id = event.render_id`;
  return sql`
    insert into render_events (render_id, seq, type, subject, data)
    select render_id, row_number() over (order by place) + coalesce((select max(seq) from ${past}), 0), type, subject, data
    from (select *, ${subjectOf('run', sql.ref('name'))} as subject from (${events}) as happened) as event
    -- Looked up for each: for a join Postgres may plan to read the whole table, while it takes that for small.
    where (select seq from ${past} and past.type = event.type and past.subject = event.subject) is null
    on conflict (render_id, type, subject) do nothing`;
}

/** What tells events of one type apart, where the columns have the run and the name. No name begins with a number and a colon. */
export function subjectOf(run: string, name: RawBuilder<unknown>) {
  return sql`case ${sql.ref(run)} when 1 then ${name} else ${sql.ref(run)} || ':' || ${name} end`;
}

function nameOf(event: NewRenderEvent): string {
  switch (event.type) {
    case 'output':
      return event.data.name;
    case 'child':
      return event.data.renderId;
    default:
      return '';
  }
}
