import type { Scope } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Author } from '@logomorph/core/audit.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';
import { atOnce, withValue } from '../http/at-once.ts';
import type { ServiceMetrics } from '../metrics.ts';
import { addProblems } from '../openapi/route-answers.ts';
import { originOf } from '../origin.ts';
import { createFailedKeys } from '../rate-limits/failed-keys.ts';
import { seconds } from '../rate-limits/headers.ts';
import { type Access, authenticate, type LiveKey, type Principal, recordUse } from '../use-cases/authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope that a key or a token needs for the route; each route under authentication names one. */
    scope?: Scope;
  }
  interface FastifyRequest {
    /** What the key or the token of a request that has been let in opens. */
    access?: Access | undefined;
  }
}

interface AuthenticationOptions extends Pick<ServiceDeps, 'db' | 'keys' | 'identityProvider'> {
  metrics: { rateLimited: Pick<ServiceMetrics['rateLimited'], 'inc'> };
  config: Pick<Config, 'rateLimits'>;
}

/** A signed JSON Web Token (RFC 7515, 3.1); no API key has a dot in it. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Lets requests in that carry, as a bearer token (RFC 6750, 2.1), a live API key or an access token of the identity provider,
 * in the scope it is registered in. Whether its tenant is suspended, and whether it has the scope that the route names, is looked
 * at by `scopes`. The description of each route says so.
 */
export const authentication = fp<AuthenticationOptions>(async (app, { metrics, config, ...deps }) => {
  app.decorateRequest('access');
  const failedKeys = createFailedKeys(config.rateLimits.failedKeys, () => performance.now());
  app.addHook('onRoute', (route) => {
    const scope = route.config?.scope;
    if (scope === undefined) throw new Error(`${route.method} ${route.url} does not say what scope it needs`);
    addProblems(route, 'unauthorized', 'invalid-token', 'insufficient-scope', 'tenant-suspended', 'rate-limited');
    route.schema = { ...route.schema, security: [{ apiKey: [scope] }, { accessToken: [scope] }] };
  });

  app.addHook(
    'onRequest',
    atOnce((request, reply) => {
      const msToWait = failedKeys.msToWait(request.ip);
      if (msToWait > 0) {
        metrics.rateLimited.inc({ policy: 'address' });
        reply.header('retry-after', seconds(msToWait));
        throw new ProblemError('rate-limited', 'Too many keys that are none came from this address');
      }
      const credential = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (credential === undefined) {
        throw new ProblemError('unauthorized', 'Send an API key in the header: Authorization: Bearer lm_…');
      }
      const letIn = (access: Access): undefined => {
        request.access = access;
      };
      const refuse = (error: unknown) => {
        if (isNone(error)) failedKeys.note(request.ip);
        throw error;
      };
      try {
        const entered = withValue(take(deps, credential, request.log), letIn);
        return entered?.catch(refuse);
      } catch (error) {
        return refuse(error);
      }
    }),
  );
});

function take(
  { db, keys, identityProvider }: Omit<AuthenticationOptions, 'metrics' | 'config'>,
  credential: string,
  log: FastifyBaseLogger,
): Access | Promise<Access> {
  return identityProvider !== undefined && TOKEN.test(credential)
    ? identityProvider.access(credential)
    : withValue(authenticate(keys, credential), (key) => accessBy({ db, keys }, key, log));
}

function accessBy(
  { db, keys }: Pick<ServiceDeps, 'db' | 'keys'>,
  key: LiveKey | undefined,
  log: FastifyBaseLogger,
): Access {
  if (key === undefined) {
    throw new ProblemError('unauthorized', 'The API key is mistyped, unknown, revoked or expired');
  }
  if (key.isUseDue) {
    key.isUseDue = false;
    // The request does not wait for it.
    recordUse(db, key.id).catch((err: unknown) => log.warn({ err }, 'use of a key is not noted'));
  }
  const { principal, isSuspended } = key;
  return { principal, isSuspended, isLive: async () => (await keys.find(principal.actor))?.isSuspended === false };
}

/** Whether an error says that a credential is none. */
function isNone(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem === 'unauthorized' || error.problem === 'invalid-token');
}

/** Who an authenticated request speaks for; undefined for one that has not been let in. */
export function findPrincipal(request: FastifyRequest): Principal | undefined {
  return request.access?.principal;
}

/** What the key or the token of a request that has been let in opens. */
export function accessOf(request: FastifyRequest): Access {
  const { access } = request;
  if (access === undefined) throw new Error(`${request.routeOptions.url} is outside of authentication`);
  return access;
}

/** Who a request that has been let in speaks for. */
export function principalOf(request: FastifyRequest): Principal {
  return accessOf(request).principal;
}

/** Who does what a request that has been let in asks for, as it is recorded. */
export function authorOf(request: FastifyRequest): Author {
  const { tenantId, auditedAs } = principalOf(request);
  return { tenantId, actor: auditedAs, origin: originOf(request) };
}

/** The tenant of a request that has been let in. */
export function tenantOf(request: FastifyRequest): string {
  return principalOf(request).tenantId;
}
