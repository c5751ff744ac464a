import type { Children, FINISHED_STATES } from '@logomorph/contract/render.ts';
import { sql } from 'kysely';
import { PLANNED_ONCE } from './database/client.ts';
import type { Database } from './database/schema.ts';
import { databaseTime } from './database/time.ts';
import { discarding } from './discarded-objects.ts';
import { appending, eventOf, type NewRenderEvent } from './render-events.ts';
import { OUTPUT_EVENTS, recordingOutputs, type StoredOutput } from './stored-outputs.ts';
import { countingRun } from './usage.ts';
import { notingWebhookEvent } from './webhook-events.ts';

/** The event that a render or a batch ends with. */
export type RenderEnd = Extract<NewRenderEvent, { type: (typeof FINISHED_STATES)[number] }>;

/** What is known at the end of a render that a worker made, or of a batch. */
interface Known {
  attempt?: number;
  warnings?: string[] | null;
  /** Its files that are stored and not recorded yet; they are if it has succeeded. */
  outputs?: readonly StoredOutput[];
  children?: Children;
}

/**
 * Finishes a render or a batch: its row, with what to know of it, its last files, its last event, that of the tenant's
 * webhooks, and the tenant's usage. One that has not succeeded has no files. The worker of one that is canceled stops.
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
  { attempt, warnings = null, outputs = [], children }: Known = {},
): Promise<boolean> {
  const error = end.type === 'failed' ? JSON.stringify(end.data) : null;
  const { parts, events, files } = endOfFiles(renderId, end, outputs);
  const { rows } = await sql`${PLANNED_ONCE}
    with ended as (
      update renders
      set state = ${end.type}, error = ${error}, warnings = ${warnings}, finished_at = ${databaseTime()}
      where id = ${renderId} ${attempt === undefined ? sql`` : sql`and attempt = ${attempt} and state = 'running'`}
      returning *
    ), ${parts}
    noted as (${notingWebhookEvent('ended', children)}),
    appended as (${appending(sql`${events} ${eventOf('ended', end)}`)}),
    counted as (${countingRun('ended', files)})
    select pg_notify('render_events', id::text) from ended`.execute(db);
  return rows.length > 0;
}

/** Of files, at the end of a render: parts of the statement, their events, and what gives those that it has. */
function endOfFiles(renderId: string, { type }: RenderEnd, outputs: readonly StoredOutput[]) {
  if (type !== 'succeeded') {
    return { parts: sql`${discarding(sql`select id from ended`)},`, events: sql``, files: NO_FILES };
  }
  // Left out where there are none, for the triggers of the table would run all the same.
  if (outputs.length === 0) return { parts: sql``, events: sql``, files: RECORDED };
  return {
    parts: sql`${recordingOutputs('ended', renderId, outputs)},`,
    events: sql`${OUTPUT_EVENTS} union all`,
    files: sql`
      select width, height, bytes from files
      union all
      ${RECORDED} and not exists (select from files where files.name = before.name)`,
  };
}

/** The files that an earlier statement recorded. */
const RECORDED = sql`select width, height, bytes from render_outputs as before where render_id = ended.id`;

const NO_FILES = sql`select null::int as width, null::int as height, null::int as bytes where false`;
