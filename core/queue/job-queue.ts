import type { Queue } from 'bullmq';

/** What a job carries: which run of which render it is for. Everything else is in Postgres. */
export interface RenderJob {
  v: 1;
  renderId: string;
  /** Jobs of a version that knew of no retries have none, and are of the first. */
  run?: number;
}

/** A render as it is put into the queue. */
export interface QueuedRender {
  id: string;
  run: number;
}

/**
 * One for all: who is first was decided before, and is not here again, or a tenant's urgent renders would pass all others'
 * for ever. The last of those that a version of before gives its jobs, so that none of them is passed either.
 */
const PRIORITY = 3;

/** How often the queue brings a job before it gives it up; the sweep brings it back if its render still waits. */
const JOB_ATTEMPTS = 10;

/** The states that say that the queue will still bring a job to a worker. */
const LIVE_STATES: ReadonlySet<string> = new Set(['waiting', 'prioritized', 'delayed', 'active', 'waiting-children']);

/** Finished jobs are removed at once, so these are all the states a job is counted in. */
const COUNTED_STATES = ['waiting', 'prioritized', 'active', 'delayed'] as const;

/** The queue as its producers see it. */
export interface JobQueue {
  /** Adds a job for the run of each render, to be brought in this order. One that is in the queue already stays as it is. */
  add(renders: readonly QueuedRender[]): Promise<void>;
  /** Whether the queue still holds the job of the render's run. */
  holds(render: Pick<QueuedRender, 'id' | 'run'>): Promise<boolean>;
  /** Removes the jobs of these runs, but for those that a worker is at. */
  remove(renders: readonly QueuedRender[]): Promise<void>;
  /** Jobs by state; those with a priority wait like the others. Rejects when the queue cannot be reached. */
  counts(): Promise<Record<'waiting' | 'active' | 'delayed', number>>;
  /** Rejects when the queue cannot be reached, and with Unfit when its Redis lacks the database, is a replica, or throws jobs away once full. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A job as BullMQ is given it. */
export type AskedJob = Parameters<Queue<RenderJob>['addBulk']>[0][number];

/** What is used of a BullMQ queue, of either backend. */
export type OpenQueue = Pick<Queue<RenderJob>, 'getJobState' | 'getJobCounts' | 'remove' | 'close'> & {
  /** Adds jobs in this order. */
  addAll: (jobs: AskedJob[]) => Promise<unknown>;
  /** Rejects with Unfit when its server must not be used as it is. */
  requireFit?: () => Promise<void>;
};

/**
 * The producer's side, over a queue that is opened at the first use. One that could not be opened is opened
 * anew at the next use: BullMQ keeps a first failure for good.
 */
export function jobQueue(openQueue: () => Promise<OpenQueue>): JobQueue {
  let opened: Promise<OpenQueue> | undefined;
  const open = () => {
    opened ??= openQueue().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    async add(renders) {
      const queue = await open();
      await queue.addAll(
        renders.map((render) => ({
          name: 'render',
          data: { v: 1, renderId: render.id, run: render.run },
          opts: {
            jobId: jobId(render),
            priority: PRIORITY,
            attempts: JOB_ATTEMPTS,
            backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
            // What became of a render is in Postgres. A finished job that stayed would block its id.
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    },
    async holds(render) {
      return LIVE_STATES.has(await (await open()).getJobState(jobId(render)));
    },
    async remove(renders) {
      const queue = await open();
      await Promise.all(renders.map((render) => queue.remove(jobId(render))));
    },
    async counts() {
      const counts = await (await open()).getJobCounts(...COUNTED_STATES);
      const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
      return { waiting: waiting + prioritized, active, delayed };
    },
    async check() {
      const queue = await open();
      await queue.getJobCounts('active');
      await queue.requireFit?.();
    },
    async close() {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

/** One for each run, so that the job of a run that was canceled does not stand in the way of the next. */
function jobId({ id, run }: Pick<QueuedRender, 'id' | 'run'>): string {
  return run === 1 ? id : `${id}-${run}`;
}
