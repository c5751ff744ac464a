import type { RenderEvent } from '@logomorph/contract/render-event.ts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database/schema.ts';
import { notification } from './render-signals.ts';

/** An event before it has its place in a history. */
export type NewRenderEvent = RenderEvent extends infer E
  ? E extends RenderEvent
    ? Pick<E, 'type' | 'data'>
    : never
  : never;

/**
 * Appends an event of a run to a render's history, unless it has happened in that run already. Of a child of a batch the
 * run is its own. The caller must hold a lock on
 * the render's row: it keeps the sequence without gaps. Listeners are woken at commit.
 */
export async function appendEvent(
  tx: DatabaseTransaction,
  renderId: string,
  run: number,
  event: NewRenderEvent,
): Promise<void> {
  const subject = eventSubject(run, nameOf(event));
  await sql`
    with added as (
      insert into render_events (render_id, seq, type, subject, data)
      select ${renderId}, coalesce(max(seq), 0) + 1, ${event.type}, ${subject}, ${JSON.stringify(event.data)}::jsonb
      from render_events where render_id = ${renderId}
      on conflict (render_id, type, subject) do nothing
    ) ${notification('render_events', renderId)}`.execute(tx);
}

/** What tells events of one type apart. No name begins with a number and a colon. */
export function eventSubject(run: number, name: string): string {
  return run === 1 ? name : `${run}:${name}`;
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
