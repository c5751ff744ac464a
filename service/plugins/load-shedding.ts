import { randomInt } from 'node:crypto';
import underPressure from '@fastify/under-pressure';
import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';
import { addProblems } from '../openapi/route-answers.ts';

/** Milliseconds between looks at the event loop: so long must it be busy, so that a burst alone is not refused. */
const SAMPLE_INTERVAL = 500;

/** How many requests are let in all the same in that time, or those who do not stop asking would keep all others out. */
const LET_IN = 25;

/** The most seconds that who is refused is told to wait; at random, so that not all come back at once. */
const MAX_RETRY_AFTER = 5;

/**
 * Refuses new requests, in the scope it is registered in, while the event loop has no time left for them. What is under
 * way goes on. It comes after what refuses by key and by limit, so that a flood of such requests takes no place of others.
 * The loop's delay would not do: what waits for a connection to the database makes no turn of the loop longer.
 */
export const loadShedding = fp<Pick<ServiceDeps, 'config' | 'metrics'>>(async (app, { config, metrics }) => {
  let letIn = 0;
  let since = Number.NEGATIVE_INFINITY;
  app.addHook('onRoute', (route) => addProblems(route, 'overloaded'));
  await app.register(underPressure, {
    maxEventLoopUtilization: config.maxEventLoopUtilization,
    eventLoopUtilizationMode: 'interval',
    sampleInterval: SAMPLE_INTERVAL,
    pressureHandler: async (_request, reply) => {
      if (performance.now() - since >= SAMPLE_INTERVAL) {
        since = performance.now();
        letIn = 0;
      }
      letIn += 1;
      if (letIn <= LET_IN) return;
      metrics.requestsShed.inc();
      reply.header('retry-after', randomInt(1, MAX_RETRY_AFTER + 1));
      throw new ProblemError('overloaded', 'The API has more to do than it has time for; try again soon');
    },
  });
});
