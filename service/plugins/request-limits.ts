import type { IncomingMessage } from 'node:http';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';
import { addProblems } from '../openapi/route-answers.ts';

/** Of these a request has one: of two, a proxy might go by the one and we by the other (RFC 9112, 3.2; RFC 9110, 5.3). */
const ONCE: ReadonlySet<string> = new Set(['host', 'authorization', 'content-type', 'idempotency-key']);

/** Refuses requests whose heads are out of bounds. Node refuses by itself those that it cannot read. */
export const requestLimits = fp(async (app) => {
  app.addHook('onRoute', (route) =>
    addProblems(route, 'bad-request', 'request-timeout', 'uri-too-long', 'headers-too-large'),
  );
  app.addHook('onRequest', ({ raw }, _reply, done) => done(refusalOf(raw)));
});

function refusalOf({ url = '', rawHeaders, httpVersion, headers }: IncomingMessage): ProblemError | undefined {
  if (url.length > LIMITS.requestTargetBytes) {
    return new ProblemError('uri-too-long', `It may have ${LIMITS.requestTargetBytes} bytes`);
  }
  if (rawHeaders.length > 2 * LIMITS.requestHeaders) {
    return new ProblemError('headers-too-large', `There may be ${LIMITS.requestHeaders} headers`);
  }
  if (httpVersion === '1.1' && headers.host === undefined) {
    return new ProblemError('bad-request', 'The header Host is missing');
  }
  const twice = findTwice(rawHeaders);
  return twice === undefined ? undefined : new ProblemError('bad-request', `The header ${twice} came more than once`);
}

/** The first header that came again and may not; names and values take turns. */
function findTwice(rawHeaders: readonly string[]): string | undefined {
  const seen: string[] = [];
  return rawHeaders.find((name, index) => {
    if (index % 2 === 1) return false;
    const lower = name.toLowerCase();
    if (!ONCE.has(lower)) return false;
    if (seen.includes(lower)) return true;
    seen.push(lower);
    return false;
  });
}
