import { series } from './promql.ts';

/** Jobs that a worker is at or that wait in the queue; those that are delayed are of workers that just failed. */
const JOBS = `sum(max by (state) (${series('logomorph_queue_size', { state: ['!=', 'delayed'] })}))`;

/**
 * Renders that a worker is at, that wait in the queue, and that wait for their turn to get there. The queue alone would say
 * little: it is given no more than keeps the workers at work. Every API replica reports the same figures.
 */
export const UNFINISHED_RENDERS = `${JOBS} + max(${series('logomorph_outbox_size')})`;
