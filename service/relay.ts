import type { Database } from '@logomorph/core/database/schema.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import type { Logger } from 'pino';

/** How many renders are handed over in one transaction. */
const BATCH = 100;

/**
 * Hands the renders in the outbox to the queue, oldest first, and takes them out of it. A crash between the
 * two hands them over again, which the queue, knowing their ids, does not mind. Replicas share the work.
 *
 * @returns how many were handed over.
 */
export async function relayOutbox(db: Database, queue: Pick<JobQueue, 'add'>): Promise<number> {
  let total = 0;
  for (;;) {
    const moved = await db.transaction().execute(async (tx) => {
      const rows = await tx
        .selectFrom('outbox')
        .innerJoin('renders', 'renders.id', 'outbox.render_id')
        .select(['outbox.id as place', 'renders.id', 'run', 'priority'])
        .orderBy('place')
        .limit(BATCH)
        .forUpdate('outbox')
        .skipLocked()
        .execute();
      if (rows.length === 0) return 0;
      await queue.add(rows);
      await tx
        .updateTable('renders')
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .set({ enqueued_at: new Date() })
        .execute();
      await tx
        .deleteFrom('outbox')
        .where(
          'id',
          'in',
          rows.map(({ place }) => place),
        )
        .execute();
      return rows.length;
    });
    total += moved;
    if (moved < BATCH) return total;
  }
}

/** A task that runs again and again: soon after it is woken, and at the latest after a while. */
export interface Repeating {
  wake(): void;
  /** Resolves when the run that may be under way is over; there is none after it. */
  stop(): Promise<void>;
}

/** Runs a task every `seconds`, and at once when woken; a failure is logged and the next run tries again. */
export function repeat(task: () => Promise<unknown>, seconds: number, logger: Logger, name: string): Repeating {
  let wake = () => {};
  let stopped = false;
  let woken = true;
  const run = async () => {
    while (!stopped) {
      woken = false;
      await task().catch((error: unknown) => logger.warn({ err: error }, `${name} failed; it will run again`));
      if (woken || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  const wakeUp = () => {
    woken = true;
    wake();
  };
  return {
    wake: wakeUp,
    stop() {
      stopped = true;
      wakeUp();
      return running;
    },
  };
}
