import { problem } from '@logomorph/contract/problem.ts';
import { FINISHED_STATES, isFinished, type RenderState } from '@logomorph/contract/render.ts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database/schema.ts';
import { finishRender, type RenderEnd } from './finish-render.ts';
import { appending } from './render-events.ts';

/**
 * Brings a batch to what its renders say: an event for each that is finished, and its own end once all are. To be
 * called in the transaction that finishes one. Such a transaction locks its own render first and the batch after it, so
 * no two wait for each other, and what it reads under the second lock has all that finished before. A batch that was
 * deleted meanwhile is left alone.
 */
export async function settleBatch(tx: DatabaseTransaction, batchId: string): Promise<void> {
  const batch = await tx.selectFrom('renders').select('state').where('id', '=', batchId).forUpdate().executeTakeFirst();
  if (batch === undefined || isFinished(batch.state)) return;
  const { queued, running, ...finished } = await tellOfChildren(tx, batchId);
  if (queued + running > 0) return;
  const total = finished.succeeded + finished.failed + finished.canceled;
  await finishRender(tx, batchId, endOf(finished), { children: { total, ...finished } });
}

/** Appends an event for each render of a batch that is finished and not told of, and counts all of them by their states. */
async function tellOfChildren(tx: DatabaseTransaction, batchId: string): Promise<Record<RenderState, number>> {
  const finished = sql.join(FINISHED_STATES.map((state) => sql.lit(state)));
  const { rows } = await sql<{ state: RenderState; count: number }>`
    with children as (
      select id, logo_id, state, run, finished_at from renders where parent_id = ${batchId}
    ), told as (${appending(sql`
      select ${batchId}::uuid as render_id, run, 'child' as type, id::text as name, finished_at as place,
        jsonb_build_object('renderId', id, 'logoId', logo_id, 'state', state) as data
      from children where state in (${finished})`)}
    )
    select state, count(*)::int as count, pg_notify('render_events', ${batchId}) from children group by state`.execute(
    tx,
  );
  const count = { queued: 0, running: 0, succeeded: 0, failed: 0, canceled: 0 };
  for (const { state, count: children } of rows) count[state] = children;
  return count;
}

/** A batch of which anything was canceled is canceled; else one of which anything has failed has failed. */
function endOf({ succeeded, failed, canceled }: Record<'succeeded' | 'failed' | 'canceled', number>): RenderEnd {
  if (canceled > 0) return { type: 'canceled', data: {} };
  if (failed === 0) return { type: 'succeeded', data: { outputs: 0 } };
  return {
    type: 'failed',
    data: problem('children-failed', `${failed} of ${succeeded + failed} renders have failed`),
  };
}
