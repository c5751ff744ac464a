import { problem } from '@logomorph/contract/problem.ts';
import { isFinished } from '@logomorph/contract/render.ts';
import type { DatabaseTransaction } from './database/schema.ts';
import { databaseTime } from './database/time.ts';
import { finishRender, type RenderEnd } from './finish-render.ts';
import { appendEvent, eventSubject } from './render-events.ts';

/** Tells a batch that one of its renders has begun. Only the first changes it. */
export async function beginBatch(tx: DatabaseTransaction, batchId: string): Promise<void> {
  const begun = await tx
    .updateTable('renders')
    .where('id', '=', batchId)
    .where('state', '=', 'queued')
    .set({ state: 'running', started_at: databaseTime() })
    .returning('run')
    .executeTakeFirst();
  if (begun !== undefined) await appendEvent(tx, batchId, begun.run, { type: 'started', data: {} });
}

/**
 * Brings a batch to what its renders say: an event for each that is finished, and its own end once all are. To be
 * called in the transaction that finishes one. Such a transaction locks its own render first and the batch after it, so
 * no two wait for each other, and what it reads under the second lock has all that finished before.
 */
export async function settleBatch(tx: DatabaseTransaction, batchId: string): Promise<void> {
  const batch = await tx
    .selectFrom('renders')
    .select('state')
    .where('id', '=', batchId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (isFinished(batch.state)) return;
  const children = await tx
    .selectFrom('renders')
    .select(['id', 'logo_id', 'state', 'run'])
    .where('parent_id', '=', batchId)
    .orderBy('finished_at')
    .$narrowType<{ logo_id: string }>()
    .execute();
  const events = await tx
    .selectFrom('render_events')
    .select('subject')
    .where('render_id', '=', batchId)
    .where('type', '=', 'child')
    .execute();
  const told = new Set(events.map(({ subject }) => subject));
  const count = { queued: 0, running: 0, succeeded: 0, failed: 0, canceled: 0 };
  for (const { id, logo_id: logoId, state, run } of children) {
    count[state] += 1;
    if (!isFinished(state) || told.has(eventSubject(run, id))) continue;
    await appendEvent(tx, batchId, run, { type: 'child', data: { renderId: id, logoId, state } });
  }
  if (count.queued + count.running > 0) return;
  await finishRender(tx, batchId, endOf(count));
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
