import type { FINISHED_STATES } from '@logomorph/contract/render.ts';
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

/** What is known at the end of a render that a worker made. */
interface Made {
  attempt?: number;
  warnings?: string[] | null;
  /** Its files that are stored and not recorded yet; they are if it has succeeded. */
  outputs?: readonly StoredOutput[];
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
  { attempt, warnings = null, outputs = [] }: Made = {},
): Promise<boolean> {
  const hasFiles = end.type === 'succeeded';
  const error = end.type === 'failed' ? JSON.stringify(end.data) : null;
  const { rows } = await sql`${PLANNED_ONCE}
    with ended as (
      update renders
      set state = ${end.type}, error = ${error}, warnings = ${warnings}, finished_at = ${databaseTime()}
      where id = ${renderId} ${attempt === undefined ? sql`` : sql`and attempt = ${attempt} and state = 'running'`}
      returning *
    ), ${hasFiles ? recordingOutputs('ended', renderId, outputs) : discarding(sql`select id from ended`)},
    noted as (${notingWebhookEvent('ended')}),
    appended as (${appending(sql`${hasFiles ? sql`${OUTPUT_EVENTS} union all` : sql``} ${eventOf('ended', end)}`)}),
    counted as (${countingRun('ended', hasFiles ? FILES : NO_FILES)})
    select pg_notify('render_events', id::text) from ended`.execute(db);
  return rows.length > 0;
}

/** What an earlier statement recorded, and what this one does. */
const FILES = sql`
  select width, height, bytes from files
  union all
  select width, height, bytes from render_outputs as before
  where render_id = ended.id and not exists (select from files where files.name = before.name)`;

const NO_FILES = sql`select null::int as width, null::int as height, null::int as bytes where false`;
