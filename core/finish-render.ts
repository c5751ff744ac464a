import type { FINISHED_STATES } from '@logomorph/contract/render.ts';
import { sql } from 'kysely';
import { PLANNED_ONCE } from './database/client.ts';
import type { Database } from './database/schema.ts';
import { databaseTime } from './database/time.ts';
import { discarding } from './discarded-objects.ts';
import { appending, eventOf, type NewRenderEvent } from './render-events.ts';
import { countingRun } from './usage.ts';
import { notingWebhookEvent } from './webhook-events.ts';

/** The event that a render or a batch ends with. */
export type RenderEnd = Extract<NewRenderEvent, { type: (typeof FINISHED_STATES)[number] }>;

/**
 * Finishes a render or a batch: its row, with what to know of it, its last event, that of the tenant's webhooks, and the
 * tenant's usage. One that has not succeeded has no files. The worker of one that is canceled is told to stop.
 *
 * It is one statement, which needs no transaction when it is given the attempt: then it does nothing unless that is under
 * way. Without an attempt the caller must hold a lock on the render's row since an earlier statement. Either way it sees
 * all that was appended to the history, since whoever else appends to that of a running render takes it from the attempt.
 *
 * @returns whether there was anything to finish
 */
export async function finishRender(
  db: Database,
  renderId: string,
  end: RenderEnd,
  { attempt, warnings = null }: { attempt?: number; warnings?: string[] | null } = {},
): Promise<boolean> {
  const error = end.type === 'failed' ? JSON.stringify(end.data) : null;
  const { rows } = await sql`${PLANNED_ONCE}
    with ended as (
      update renders
      set state = ${end.type}, error = ${error}, warnings = ${warnings}, finished_at = ${databaseTime()}
      where id = ${renderId} ${attempt === undefined ? sql`` : sql`and attempt = ${attempt} and state = 'running'`}
      returning *
    ), ${end.type === 'succeeded' ? sql`` : sql`${discarding(sql`select id from ended`)},`}
    noted as (${notingWebhookEvent('ended')}),
    appended as (${appending(eventOf('ended', end))}),
    counted as (${countingRun('ended')})
    select pg_notify('render_events', id::text)
      ${end.type === 'canceled' ? sql`, pg_notify('render_cancellations', id::text)` : sql``}
    from ended`.execute(db);
  return rows.length > 0;
}
