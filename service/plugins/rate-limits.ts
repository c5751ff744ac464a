import { ProblemError } from '@logomorph/contract/problem.ts';
import { RATE_WINDOW } from '@logomorph/core/rate-store/connect.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';
import { atOnce, withValue } from '../http/at-once.ts';
import { addProblems } from '../openapi/route-answers.ts';
import { type CountedPolicy, rateLimitHeaders, seconds } from '../rate-limits/headers.ts';
import { type RateLimits, type RatePolicy, ratePolicies } from '../rate-limits/rate-limits.ts';
import { principalOf } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route makes the renders that its body asks for, which are limited apart. */
    makesRenders?: boolean;
    /** Whether the route tells of all limits, also of those that it does not count against. */
    tellsLimits?: boolean;
  }
  interface FastifyInstance {
    /**
     * Counts renders that a request turns out to ask for, in the transaction that begins them, and last, for it is not taken back.
     *
     * @throws ProblemError rate-limited
     */
    takeRenders(request: FastifyRequest, reply: FastifyReply, count: number): Promise<void>;
  }
  interface FastifyRequest {
    counted?: readonly CountedPolicy[] | undefined;
  }
}

const WHO = {
  key: 'with this API key or by this user',
  tenant: 'by this tenant',
  renders: 'for renders of this tenant',
  signed: 'at signed addresses of this tenant',
};

/**
 * Counts each request against the limits of its key and its tenant, and each render that is asked for against the limit of
 * renders; tells what is left, and refuses what is too much. A stream counts once, when it is opened.
 */
export const rateLimits = fp<Pick<ServiceDeps, 'config'> & { limits: RateLimits }>(async (app, { config, limits }) => {
  /** Takes from one after the other, and tells of them with the last, or with the one that is over. */
  const take = (
    request: FastifyRequest,
    reply: FastifyReply,
    [first, ...rest]: readonly { policy: RatePolicy; points: number }[],
  ): Promise<unknown> | undefined =>
    first &&
    withValue(limits.take(first.policy, first.points), (taken) => {
      if (taken !== undefined) request.counted = [...countedPolicies(request), taken];
      const counted = countedPolicies(request);
      const isOver = taken?.allowed === false;
      if (counted.length > 0 && (isOver || rest.length === 0)) reply.headers(rateLimitHeaders(counted));
      if (isOver) throw tooMuch(reply, first.policy, taken);
      return take(request, reply, rest);
    });

  app.decorateRequest('counted');
  app.decorate('takeRenders', async (request: FastifyRequest, reply: FastifyReply, count: number) => {
    const { renders } = ratePolicies(principalOf(request), config.rateLimits);
    await take(request, reply, [{ policy: renders, points: count }]);
  });
  app.addHook('onRoute', (route) => addProblems(route, 'rate-limited'));

  app.addHook(
    'onRequest',
    atOnce((request, reply) => {
      const { key, tenant } = ratePolicies(principalOf(request), config.rateLimits);
      return take(request, reply, [
        { policy: key, points: 1 },
        { policy: tenant, points: 1 },
      ]);
    }),
  );

  // After the answers to repetitions, which make no render.
  app.addHook(
    'preHandler',
    atOnce((request, reply) => {
      const { makesRenders = false, tellsLimits = false } = request.routeOptions.config;
      if (!makesRenders && !tellsLimits) return undefined;
      const { renders, signed } = ratePolicies(principalOf(request), config.rateLimits);
      return take(request, reply, [
        { policy: renders, points: makesRenders ? rendersIn(request.body) : 0 },
        ...(tellsLimits ? [{ policy: signed, points: 0 }] : []),
      ]);
    }),
  );
});

function tooMuch(reply: FastifyReply, { name, limit }: RatePolicy, { msLeft }: CountedPolicy): ProblemError {
  reply.header('retry-after', Math.max(1, seconds(msLeft)));
  const unit = name === 'renders' ? 'renders' : 'requests';
  return new ProblemError('rate-limited', `${limit} ${unit} in ${RATE_WINDOW} seconds may be made ${WHO[name]}`);
}

/** The limits that a request was counted against; without those that could not be counted. */
export function countedPolicies({ counted = [] }: FastifyRequest): readonly CountedPolicy[] {
  return counted;
}

/** How many renders a body asks for: those of a batch, else one. */
function rendersIn(body: unknown): number {
  const logoIds = typeof body === 'object' && body !== null && 'logoIds' in body ? body.logoIds : undefined;
  return Array.isArray(logoIds) ? logoIds.length : 1;
}
