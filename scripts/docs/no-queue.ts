import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';

/** A queue that is not there, for programs that describe themselves and do nothing. */
export const NO_QUEUE: JobQueue = {
  add: async () => {},
  holds: async () => false,
  remove: async () => {},
  counts: async () => ({ waiting: 0, active: 0, delayed: 0 }),
  check: async () => {},
  close: async () => {},
};
