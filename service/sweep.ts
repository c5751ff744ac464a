import type { Database } from '@logomorph/core/database/schema.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { sql } from 'kysely';

/** How many renders one sweep looks at. */
const BATCH = 200;

/** Ages in seconds after which an unfinished render is looked for in the queue. */
export interface SweepAges {
  /** Since a render that still waits was handed to the queue. */
  queued: number;
  /** Since a worker took a render; longer than a render may take, or healthy ones would be disturbed. */
  running: number;
}

/**
 * Puts back into the outbox what the queue has lost: renders that are not finished, were handed over a while
 * ago, and have no job. Losing the whole queue thus loses no work.
 *
 * @returns how many were put back.
 */
export async function sweepLost(db: Database, queue: Pick<JobQueue, 'holds'>, ages: SweepAges): Promise<number> {
  const suspects = await db
    .selectFrom('renders')
    .select(['id', 'enqueued_at'])
    .where('enqueued_at', 'is not', null)
    .where(({ eb, and, or }) =>
      or([
        and([eb('state', '=', 'queued'), eb('enqueued_at', '<', secondsAgo(ages.queued))]),
        and([
          eb('state', '=', 'running'),
          eb('started_at', '<', secondsAgo(ages.running)),
          eb('enqueued_at', '<', secondsAgo(ages.queued)),
        ]),
      ]),
    )
    .orderBy('enqueued_at')
    .limit(BATCH)
    .execute();
  let lost = 0;
  for (const { id, enqueued_at } of suspects) {
    if (await queue.holds(id)) continue;
    lost += await putBack(db, id, enqueued_at);
  }
  return lost;
}

/** One transaction, which does nothing if the render has moved on or another replica was faster. */
async function putBack(db: Database, renderId: string, enqueuedAt: Date | null): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('renders')
      .where('id', '=', renderId)
      .where('state', 'in', ['queued', 'running'])
      .where('enqueued_at', '=', enqueuedAt)
      .set({ enqueued_at: null })
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return 0;
    await tx.insertInto('outbox').values({ render_id: renderId }).execute();
    return 1;
  });
}

function secondsAgo(seconds: number) {
  return sql<Date>`now() - make_interval(secs => ${seconds})`;
}
