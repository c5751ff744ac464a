import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { forgetOldest } from './forget-oldest.ts';

/** How many renders are remembered. One that is not any more is taken for begun again: then the queue is looked at too early. */
const REMEMBERED = 1000;

/** A queue whose jobs are followed by what happens to renders, so that it need not be asked each time. */
interface WatchedQueue extends Pick<JobQueue, 'add' | 'counts'> {
  /** Something happened to a render. Gives whether that was the first, which is that a worker has begun it. */
  named(renderId: string): boolean;
  /** Whether so few jobs wait, as far as is known, that it is time for more. */
  isLow(): boolean;
}

/** Follows the jobs of a queue. Where it is mistaken, as other replicas add jobs too, the next count puts it right. */
export function watchQueue(queue: Pick<JobQueue, 'add' | 'counts'>): WatchedQueue {
  const begun = new Set<string>();
  let waiting = 0;
  let low = 0;
  return {
    async counts() {
      const counts = await queue.counts();
      waiting = counts.waiting;
      // A job for one worker in four, and one: workers take those while more are brought.
      low = 1 + Math.floor(counts.active / 4);
      return counts;
    },
    async add(renders) {
      await queue.add(renders);
      waiting += renders.length;
    },
    named(renderId) {
      if (begun.has(renderId)) return false;
      begun.add(renderId);
      forgetOldest(begun, REMEMBERED);
      waiting -= 1;
      return true;
    },
    isLow: () => waiting <= low,
  };
}
