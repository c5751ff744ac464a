import { ProblemError } from '@logomorph/contract/problem.ts';
import { RATE_WINDOW } from '@logomorph/core/rate-store/connect.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';
import { addProblems } from '../openapi/route-answers.ts';
import { type CountedPolicy, rateLimitHeaders, seconds } from '../rate-limits/headers.ts';
import { type RateLimits, type RatePolicy, ratePolicies } from '../rate-limits/rate-limits.ts';
import { principalOf } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route makes renders, which are limited apart. */
    makesRenders?: boolean;
    /** Whether the route tells of all limits, also of those that it does not count against. */
    tellsLimits?: boolean;
  }
}

const WHO = {
  key: 'with this API key or by this user',
  tenant: 'by this tenant',
  renders: 'for renders of this tenant',
  signed: 'at signed addresses of this tenant',
};

const counted = new WeakMap<FastifyRequest, CountedPolicy[]>();

/**
 * Counts each request against the limits of its key and its tenant, and each render that is asked for against the limit of
 * renders; tells what is left, and refuses what is too much. A stream counts once, when it is opened.
 */
export const rateLimits = fp<Pick<ServiceDeps, 'config'> & { limits: RateLimits }>(async (app, { config, limits }) => {
  const take = async (request: FastifyRequest, reply: FastifyReply, policy: RatePolicy, points: number) => {
    const taken = await limits.take(policy, points);
    if (taken === undefined) return;
    const all = [...(counted.get(request) ?? []), taken];
    counted.set(request, all);
    reply.headers(rateLimitHeaders(all));
    if (taken.allowed) return;
    reply.header('retry-after', Math.max(1, seconds(taken.msLeft)));
    const unit = policy.name === 'renders' ? 'renders' : 'requests';
    const rule = `${policy.limit} ${unit} in ${RATE_WINDOW} seconds may be made ${WHO[policy.name]}`;
    throw new ProblemError('rate-limited', rule);
  };

  app.addHook('onRoute', (route) => addProblems(route, 'rate-limited'));

  app.addHook('onRequest', async (request, reply) => {
    const { key, tenant } = ratePolicies(principalOf(request), config.rateLimits);
    await take(request, reply, key, 1);
    await take(request, reply, tenant, 1);
  });

  // After the answers to repetitions, which make no render.
  app.addHook('preHandler', async (request, reply) => {
    const { makesRenders = false, tellsLimits = false } = request.routeOptions.config;
    if (!makesRenders && !tellsLimits) return;
    const { renders, signed } = ratePolicies(principalOf(request), config.rateLimits);
    await take(request, reply, renders, makesRenders ? rendersIn(request.body) : 0);
    if (tellsLimits) await take(request, reply, signed, 0);
  });
});

/** The limits that a request was counted against; without those that could not be counted. */
export function countedPolicies(request: FastifyRequest): readonly CountedPolicy[] {
  return counted.get(request) ?? [];
}

/** How many renders a body asks for: those of a batch, else one. */
function rendersIn(body: unknown): number {
  const logoIds = typeof body === 'object' && body !== null && 'logoIds' in body ? body.logoIds : undefined;
  return Array.isArray(logoIds) ? logoIds.length : 1;
}
