import { ProblemError } from '@logomorph/contract/problem.ts';
import { FINISHED_STATES, type Render } from '@logomorph/contract/render.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { appendEvent } from '@logomorph/core/render-events.ts';
import { type Origin, toColumn } from '@logomorph/core/trace-context.ts';
import { lockRenders } from './lock-renders.ts';
import { type QuotaDeps, takeRenders } from './quotas.ts';
import { readRender } from './renders.ts';

/** What is done with a render of which so many are made again, last in its transaction. */
type WithRender = (tx: DatabaseTransaction, render: Render, retried: number) => Promise<void>;

/** What a render is before anybody has taken it. */
const FRESH = {
  state: 'queued',
  interruptions: 0,
  error: null,
  warnings: null,
  enqueued_at: null,
  started_at: null,
  finished_at: null,
} as const;

/**
 * Begins another run of a render that has failed or was canceled, or of those of a batch. A batch that has finished is
 * open again then, also when only one of its renders is tried again.
 *
 * @returns the render, and how many renders are made again
 * @throws ProblemError not-found; not-retryable; quota-exceeded, storage-full
 */
export async function retryRender(
  { db, config }: QuotaDeps,
  author: Author,
  renderId: string,
  withRender: WithRender,
): Promise<{ render: Render; retried: number }> {
  const { tenantId, origin } = author;
  const found = await readRender(db, tenantId, renderId);
  const batchId = found.children === undefined ? found.parentId : renderId;
  return db.transaction().execute(async (tx) => {
    const ended = await lockRenders(tx, found, ['failed', 'canceled']);
    if (ended.length === 0) throw new ProblemError('not-retryable', `The render is in the state ${found.state}`);
    for (const id of ended) await beginAgain(tx, id, origin);
    if (batchId !== undefined) await beginAgain(tx, batchId, origin);
    const render = await readRender(tx, tenantId, renderId);
    await recordAudit(tx, author, {
      action: 'render.retried',
      target: { type: 'render', id: render.id },
      details: { renders: ended.length },
    });
    await takeRenders(tx, tenantId, config.quotas, ended.length);
    await withRender(tx, render, ended.length);
    return { render, retried: ended.length };
  });
}

/** The next run of a render or a batch, unless it is at one. */
export async function beginAgain(tx: DatabaseTransaction, renderId: string, origin: Origin | null): Promise<void> {
  const again = await tx
    .updateTable('renders')
    .where('id', '=', renderId)
    .where('state', 'in', FINISHED_STATES)
    .set((eb) => ({ ...FRESH, origin: toColumn(origin), run: eb('run', '+', 1) }))
    .returning('run')
    .executeTakeFirst();
  if (again !== undefined) await appendEvent(tx, renderId, again.run, { type: 'queued', data: {} });
}
