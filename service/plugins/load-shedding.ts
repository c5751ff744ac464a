import { randomInt } from 'node:crypto';
import underPressure from '@fastify/under-pressure';
import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';

/** Milliseconds between looks at the event loop: so long must it be busy, so that a burst alone is not refused. */
const SAMPLE_INTERVAL = 500;

/** The most seconds that who is refused is told to wait; at random, so that not all come back at once. */
const MAX_RETRY_AFTER = 5;

/**
 * Refuses new requests, in the scope it is registered in, while the event loop has no time left for them. What is under
 * way goes on. It comes before authentication, so that refusing costs next to nothing. The loop's delay would not do: what
 * waits for a connection to the database makes no turn of the loop longer.
 */
export const loadShedding = fp<Pick<ServiceDeps, 'config' | 'metrics'>>(async (app, { config, metrics }) => {
  await app.register(underPressure, {
    maxEventLoopUtilization: config.maxEventLoopUtilization,
    eventLoopUtilizationMode: 'interval',
    sampleInterval: SAMPLE_INTERVAL,
    pressureHandler: async (_request, reply) => {
      metrics.requestsShed.inc();
      reply.header('retry-after', randomInt(1, MAX_RETRY_AFTER + 1));
      throw new ProblemError('overloaded', 'The API has more to do than it has time for; try again soon');
    },
  });
});
