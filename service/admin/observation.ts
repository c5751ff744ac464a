import fp from 'fastify-plugin';
import { findOperator } from './authentication.ts';

/** One line for each answered request. It is counted in no metric: those, and alerts on them, are of clients. */
export const adminObservation = fp(async (app) => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id);
  });

  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    request.log.info(
      {
        method,
        route: routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: findOperator(request),
      },
      'admin request',
    );
  });
});
