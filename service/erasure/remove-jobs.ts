import type { JobQueue, QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { within } from '@logomorph/core/within.ts';

/** Seconds that the queue has for a page of jobs. */
const PATIENCE = 5;

/** Removes the jobs of renders that are gone. They would do nothing, so a queue that cannot be reached holds nobody up. */
export async function removeJobs(queue: Pick<JobQueue, 'remove'>, renders: readonly QueuedRender[]): Promise<void> {
  if (renders.length > 0) await within(PATIENCE, queue.remove(renders)).catch(() => {});
}
