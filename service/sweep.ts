import type { Database } from '@logomorph/core/database/schema.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { sql } from 'kysely';

/** How many renders one sweep looks at. */
export const PAGE = 200;

/** Ages in seconds after which an unfinished render is looked for in the queue. */
interface SweepAges {
  /** Since a render that still waits was handed to the queue. */
  queued: number;
  /** Since a worker took a render; longer than a render may take, or healthy ones would be disturbed. */
  running: number;
}

/** What a sweep put back, and where the next one goes on; from the beginning when there is no place. */
interface Swept {
  lost: number;
  next: string | undefined;
}

/**
 * Puts back into the outbox what the queue has lost: renders that are not finished, were handed over a while
 * ago, and have no job. Losing the whole queue thus loses no work. One sweep looks at one page, so that a long
 * queue is looked through bit by bit, and its end is not waited for.
 */
export async function sweepLost(
  db: Database,
  queue: Pick<JobQueue, 'holds'>,
  ages: SweepAges,
  after?: string,
): Promise<Swept> {
  const suspects = await db
    .selectFrom('renders')
    .select(['id', 'run', 'enqueued_at'])
    .where('enqueued_at', '<', secondsAgo(ages.queued))
    // As the index `renders_handed_over` has it.
    .where('state', 'in', ['queued', 'running'])
    .where(({ eb, and, or }) =>
      or([
        eb('state', '=', 'queued'),
        and([eb('state', '=', 'running'), eb('started_at', '<', secondsAgo(ages.running))]),
      ]),
    )
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(PAGE)
    .execute();
  const held = await Promise.all(suspects.map((render) => queue.holds(render)));
  let lost = 0;
  for (const [index, { id, enqueued_at }] of suspects.entries()) {
    if (!held[index]) lost += await putBack(db, id, enqueued_at);
  }
  return { lost, next: suspects.length === PAGE ? suspects.at(-1)?.id : undefined };
}

/**
 * Settles batches that are not finished though all of their renders are: a worker of a version that knows of no batches,
 * which runs while a new version is rolled out, finishes a render and nothing else.
 */
export async function settleForgotten(db: Database): Promise<void> {
  const forgotten = await db
    .selectFrom('renders as batch')
    .select('id')
    .where('logo_id', 'is', null)
    .where('state', 'in', ['queued', 'running'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('renders as child')
            .select('child.id')
            .whereRef('child.parent_id', '=', 'batch.id')
            .where('child.state', 'in', ['queued', 'running']),
        ),
      ),
    )
    .limit(PAGE)
    .execute();
  for (const { id } of forgotten) await db.transaction().execute((tx) => settleBatch(tx, id));
}

/** Does nothing if the render has moved on or another replica was faster. */
async function putBack(db: Database, renderId: string, enqueuedAt: Date | null): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('renders')
    .where('id', '=', renderId)
    .where('state', 'in', ['queued', 'running'])
    .where('enqueued_at', '=', enqueuedAt)
    .set({ enqueued_at: null })
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

function secondsAgo(seconds: number) {
  return sql<Date>`now() - make_interval(secs => ${seconds})`;
}
