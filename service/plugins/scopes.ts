import fp from 'fastify-plugin';
import { requireScopes } from '../use-cases/scopes.ts';
import { suspended } from '../use-cases/suspension.ts';
import { accessOf } from './authentication.ts';

/**
 * Refuses requests of suspended tenants, and those whose key or token lacks the scope that their route names, in the scope it is
 * registered in. It comes after the limits on rates, so that such requests are counted like others.
 */
export const scopes = fp(async (app) => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { url, config } = request.routeOptions;
    if (config.scope === undefined) throw new Error(`${url} does not say what scope it needs`);
    const { isSuspended, principal } = accessOf(request);
    if (isSuspended) throw suspended();
    requireScopes(principal.scopes, [config.scope]);
    done();
  });
});
