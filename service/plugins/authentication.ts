import type { Scope } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { KeyCache } from '../key-cache.ts';
import type { ServiceMetrics } from '../metrics.ts';
import { createFailedKeys } from '../rate-limits/failed-keys.ts';
import { seconds } from '../rate-limits/headers.ts';
import { authenticate, type Principal, recordUse } from '../use-cases/authentication.ts';
import { requireScopes } from '../use-cases/scopes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope that a key needs for the route; each route under authentication names one. */
    scope?: Scope;
  }
}

interface AuthenticationOptions {
  db: Database;
  keys: KeyCache;
  metrics: { rateLimited: Pick<ServiceMetrics['rateLimited'], 'inc'> };
  config: Pick<Config, 'rateLimits'>;
}

const principals = new WeakMap<FastifyRequest, Principal>();

/**
 * Lets requests in that carry, as a bearer token (RFC 6750, 2.1), a live API key with the scope that the route names, in
 * the scope it is registered in. The description of each route says so.
 */
export const authentication = fp<AuthenticationOptions>(async (app, { db, keys, metrics, config }) => {
  const failedKeys = createFailedKeys(config.rateLimits.failedKeys, () => performance.now());
  app.addHook('onRoute', (route) => {
    const scope = route.config?.scope;
    if (scope === undefined) throw new Error(`${route.method} ${route.url} does not say what scope it needs`);
    route.schema = { ...route.schema, security: [{ apiKey: [scope] }] };
  });

  app.addHook('onRequest', async (request, reply) => {
    const msToWait = failedKeys.msToWait(request.ip);
    if (msToWait > 0) {
      metrics.rateLimited.inc({ policy: 'address' });
      reply.header('retry-after', seconds(msToWait));
      throw new ProblemError('rate-limited', 'Too many keys that are none came from this address');
    }
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new ProblemError('unauthorized', 'Send an API key in the header: Authorization: Bearer lm_…');
    }
    const key = await authenticate(keys, token);
    if (key === undefined) {
      failedKeys.note(request.ip);
      throw new ProblemError('unauthorized', 'The API key is mistyped, unknown, revoked or expired');
    }
    principals.set(request, key.principal);
    if (key.isUseDue) {
      key.isUseDue = false;
      // The request does not wait for it.
      recordUse(db, key.principal.keyId).catch((err: unknown) =>
        request.log.warn({ err }, 'use of a key is not noted'),
      );
    }
    requireScopes(key.principal.scopes, [scopeOf(request)]);
  });
});

function scopeOf({ routeOptions: { url, config } }: FastifyRequest): Scope {
  if (config.scope === undefined) throw new Error(`${url} does not say what scope it needs`);
  return config.scope;
}

/** Who an authenticated request speaks for; undefined for one that has not been let in. */
export function findPrincipal(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}

/** Who a request that has been let in speaks for. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new Error(`${request.routeOptions.url} is outside of authentication`);
  return principal;
}

/** The tenant of a request that has been let in. */
export function tenantOf(request: FastifyRequest): string {
  return principalOf(request).tenantId;
}
