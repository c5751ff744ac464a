import { hash, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { addProblems } from '../openapi/route-answers.ts';
import { createFailedKeys } from '../rate-limits/failed-keys.ts';
import { seconds } from '../rate-limits/headers.ts';

/** Tokens that are none which one address may send in a minute. */
export const MAX_FAILURES = 10;

const operators = new WeakMap<FastifyRequest, string>();

/**
 * Lets in requests with one of the tokens alone, also where there is nothing.
 *
 * @param now a clock in milliseconds that never goes back
 */
export const adminAuthentication = fp<{ tokens: readonly string[]; now: () => number }>(
  async (app, { tokens, now }) => {
    const known = tokens.map((token) => digest(token));
    const failures = createFailedKeys(MAX_FAILURES, now);

    app.addHook('onRoute', (route) => {
      addProblems(route, 'unauthorized', 'rate-limited');
      route.schema = { ...route.schema, security: [{ operator: [] }] };
    });

    app.addHook('onRequest', async (request, reply) => {
      const msToWait = failures.msToWait(request.ip);
      if (msToWait > 0) {
        reply.header('retry-after', seconds(msToWait));
        throw new ProblemError('rate-limited', 'Too many tokens that are none came from this address');
      }
      const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (token === undefined) {
        throw new ProblemError('unauthorized', 'Send an operator’s token in the header: Authorization: Bearer …');
      }
      const sent = digest(token);
      // All are compared, so that the time tells nothing.
      const found = known.filter((one) => timingSafeEqual(one, sent));
      if (found.length === 0) {
        failures.note(request.ip);
        request.log.warn({ address: request.ip }, 'a token of no operator was sent');
        throw new ProblemError('unauthorized', 'The token is none of an operator');
      }
      operators.set(request, `operator_${sent.toString('hex').slice(0, 8)}`);
    });
  },
);

/** Who a request is of: the beginning of the SHA-256 of the token; undefined for one that has not been let in. */
export function findOperator(request: FastifyRequest): string | undefined {
  return operators.get(request);
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
