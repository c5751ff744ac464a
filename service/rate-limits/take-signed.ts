import { ProblemError } from '@logomorph/contract/problem.ts';
import type { FastifyReply } from 'fastify';
import type { ServiceDeps } from '../deps.ts';
import { seconds } from './headers.ts';
import { type RateLimits, signedPolicy } from './rate-limits.ts';

/** What requests at signed addresses are counted by. */
export interface SignedLimit {
  limits: RateLimits;
  config: Pick<ServiceDeps['config'], 'rateLimits'>;
}

/**
 * Counts a request at a signed address against the limit of the tenant that it is of. Whoever has an address is not told how
 * much of the limit is in use; the tenant is, by `/v1/limits`.
 *
 * @throws ProblemError rate-limited
 */
export async function takeSigned(
  { limits, config }: SignedLimit,
  reply: FastifyReply,
  tenantId: string,
): Promise<void> {
  const taken = await limits.take(signedPolicy(tenantId, config.rateLimits), 1);
  if (taken?.allowed !== false) return;
  // A cache must not take it for the file.
  reply.header('retry-after', Math.max(1, seconds(taken.msLeft))).header('cache-control', 'no-store');
  throw new ProblemError('rate-limited', 'Too much is asked for of its owner now');
}
