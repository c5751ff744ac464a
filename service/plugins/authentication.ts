import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { authenticate, type Principal } from '../use-cases/api-keys.ts';

const principals = new WeakMap<FastifyRequest, Principal>();

/** Lets requests in that carry a valid API key as a bearer token (RFC 6750, 2.1), in the scope it is registered in. */
export const authentication = fp<{ db: Database }>(async (app, { db }) => {
  app.addHook('onRequest', async (request) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new ProblemError('unauthorized', 'Send an API key in the header: Authorization: Bearer lm_…');
    }
    const principal = await authenticate(db, token);
    if (principal === undefined) throw new ProblemError('unauthorized', 'The API key is unknown or revoked');
    principals.set(request, principal);
  });
});

/** Who an authenticated request speaks for; undefined for one that has not been let in. */
export function findPrincipal(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}

/** The tenant of a request that has been let in. */
export function tenantOf(request: FastifyRequest): string {
  const principal = principals.get(request);
  if (principal === undefined) throw new Error(`${request.routeOptions.url} is outside of authentication`);
  return principal.tenantId;
}
