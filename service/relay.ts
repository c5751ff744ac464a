import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Repeating, repeat } from './repeat.ts';
import { INDEX_ORDER, inIndexOrder, keepTurns, nextTurns, type Turn, WAITING } from './turns.ts';

/** Jobs that wait in the queue besides one for each that is being done, so that workers without work find some. */
export const SPARE = 4;

/** Any constant does, as long as all versions of the product use the same one. */
const ADVISORY_LOCK = 7_205_513;

/** Milliseconds within which events of renders wake the relay once. */
const GATHER = 10;

/** What a look at the outbox has come to. */
export interface Relayed {
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
    const turns = await nextTurns(tx, room);
    if (turns.length === 0) return { released: 0, left: false };
    const taken = await lockRenders(tx, turns);
    const left = turns.length === room;
    if (!left) await forgetFinished(tx);
    if (taken.length > 0) {
      await keepTurns(tx, taken);
      await takeOut(
        tx,
        taken.map(({ id }) => id),
      );
      // Last, for the worker that gets the first of them waits for the end of this transaction.
      await queue.add(taken);
    }
    return { released: taken.length, left };
  });
}

/** Waits until no other relay is at it, if there is anything to do. One that stands still loses the lock with its session. */
async function lockIfAnyWaits(tx: DatabaseTransaction): Promise<boolean> {
  await sql`select set_config('idle_in_transaction_session_timeout', '10s', true)`.execute(tx);
  await inIndexOrder(tx);
  const { rows } = await sql`
    select pg_advisory_xact_lock(${ADVISORY_LOCK})
    from (select from renders where ${WAITING} order by ${INDEX_ORDER} limit 1) as one`.execute(tx);
  return rows.length > 0;
}

/** The renders that still wait, with the run that they are in. They stay so until the end of the transaction. */
async function lockRenders(tx: DatabaseTransaction, turns: readonly Turn[]): Promise<(Turn & { run: number })[]> {
  const rows = await tx
    .selectFrom('renders')
    .select(['id', 'run'])
    .where(
      'id',
      'in',
      turns.map(({ id }) => id),
    )
    .where(WAITING)
    .orderBy('id')
    .forNoKeyUpdate()
    // One that is just being canceled is left for later: so this waits for nobody who may wait for it.
    .skipLocked()
    .execute();
  const runs = new Map(rows.map(({ id, run }) => [id, run]));
  return turns.flatMap((turn) => {
    const run = runs.get(turn.id);
    return run === undefined ? [] : [{ ...turn, run }];
  });
}

async function takeOut(tx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
  await tx
    .with('taken', (query) => query.deleteFrom('outbox').where('render_id', 'in', ids))
    .updateTable('renders')
    .where('id', 'in', ids)
    .set({ enqueued_at: databaseTime() })
    .execute();
}

/** Renders that were canceled before their turn. */
async function forgetFinished(tx: DatabaseTransaction): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .using('renders')
    .whereRef('renders.id', '=', 'outbox.render_id')
    .where('renders.state', 'not in', ['queued', 'running'])
    .execute();
}

/** The relay as it runs beside the API. */
export interface Relay extends Repeating {
  /** Says that something happened to a render: the queue may have room again. */
  onRenderEvent(): void;
}

/** Starts the relay, which looks at the outbox every `seconds`, when woken, and when the queue may have room for the rest. */
export function startRelay(
  db: Database,
  queue: Pick<JobQueue, 'add' | 'counts'>,
  seconds: number,
  logger: Logger,
): Relay {
  let left = true;
  const loop = repeat(
    async () => {
      // Until it is known better: room that is made during the look must not be missed.
      left = true;
      ({ left } = await relayOutbox(db, queue));
    },
    seconds,
    logger,
    'relay',
  );
  let gathering: NodeJS.Timeout | undefined;
  return {
    ...loop,
    onRenderEvent() {
      if (!left || gathering !== undefined) return;
      gathering = setTimeout(() => {
        gathering = undefined;
        loop.wake();
      }, GATHER);
    },
  };
}
