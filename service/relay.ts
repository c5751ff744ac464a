import { advisoryLock } from '@logomorph/core/database/advisory-lock.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Repeating, repeat } from './repeat.ts';
import { INDEX_ORDER, takeTurns, WAITING } from './turns.ts';
import { watchQueue } from './watched-queue.ts';

/** Jobs that wait in the queue besides one for each that is being done, so that workers without work find some. */
export const SPARE = 4;

/** Any constant does, as long as all versions of the product use the same one. */
const ADVISORY_LOCK = 7_205_513;

/** What a look at the outbox has come to. */
interface Relayed {
  /** How many renders were handed to the queue. */
  released: number;
  /** Whether more wait than the queue had room for. */
  left: boolean;
}

/**
 * Hands renders in the outbox to the queue, and takes them out of it: as many as keep all workers at work, and the rest
 * later, so that what comes meanwhile has its turn among them. A crash between adding and committing adds them again, which
 * the queue, knowing their ids, does not mind. Replicas do it one after the other.
 */
export async function relayOutbox(db: Database, queue: Pick<JobQueue, 'add' | 'counts'>): Promise<Relayed> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockIfAnyWaits(tx))) return { released: 0, left: false };
    const { waiting, active } = await queue.counts();
    const room = active + SPARE - waiting;
    if (room <= 0) return { released: 0, left: true };
    const { renders, turns } = await takeTurns(tx, room);
    // Last, for the worker that gets the first of them waits for the end of this transaction.
    if (renders.length > 0) await queue.add(renders);
    return { released: renders.length, left: turns === room };
  });
}

/** Waits until no other relay is at it, if there is anything to do. One that stands still loses the lock with its session. */
async function lockIfAnyWaits(tx: DatabaseTransaction): Promise<boolean> {
  const { rows } = await sql`${PLANNED_ONCE}
    select pg_advisory_xact_lock(${advisoryLock(ADVISORY_LOCK)})
    from (select from renders where ${WAITING} order by ${INDEX_ORDER} limit 1) as one`.execute(tx);
  return rows.length > 0;
}

/** The relay as it runs beside the API. */
interface Relay extends Repeating {
  /** Says that something happened to a render: the queue may have room again. */
  onRenderEvent(renderId: string): void;
}

/** It was woken as something may be in the outbox, or a worker has begun a render. */
type Happening = 'woken' | 'begun';

/**
 * Starts the relay, which looks at the outbox every `seconds`, when woken, and when the queue has run low while more waits.
 *
 * @param db the relay's own, of `connectRelayDatabase`
 */
export function startRelay(
  db: Database,
  queue: Pick<JobQueue, 'add' | 'counts'>,
  seconds: number,
  logger: Logger,
): Relay {
  const watched = watchQueue(queue);
  let left = true;
  let looking = false;
  let missed: Happening | undefined;
  const on = (what: Happening) => {
    // The look that is under way may have been too early for it.
    if (looking) missed = missed === 'woken' ? missed : what;
    // While more waits than the queue had room for, it is room that is needed.
    else if (left ? watched.isLow() : what === 'woken') loop.wake();
  };
  const loop = repeat(
    async () => {
      missed = undefined;
      looking = true;
      try {
        ({ left } = await relayOutbox(db, watched));
      } finally {
        looking = false;
      }
      if (missed !== undefined) on(missed);
    },
    seconds,
    logger,
    'relay',
  );
  return {
    stop: loop.stop,
    wake: () => on('woken'),
    onRenderEvent(renderId) {
      if (watched.named(renderId)) on('begun');
    },
  };
}
