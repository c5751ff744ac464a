import fp from 'fastify-plugin';
import type { ServiceMetrics } from '../metrics.ts';
import { findPrincipal } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether machines ask all day: then the log tells of it at level `debug` alone. */
    isProbe?: boolean;
  }
}

/** One line and one set of metrics for each answered request, under its route's pattern, never its ids. */
export const observation = fp<{ metrics: ServiceMetrics }>(async (app, { metrics }) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('request-id', request.id);
    done();
  });

  app.addHook('onResponse', (request, reply, done) => {
    const method = request.method;
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.statusCode);
    metrics.requests.inc({ method, route, status });
    // A client that asked to wait for a render says nothing of how fast the API is.
    if (!reply.hasHeader('preference-applied')) {
      metrics.requestDuration.observe({ method, route, status }, reply.elapsedTime / 1000);
    }
    if (reply.statusCode >= 400) {
      metrics.errors.inc({ method, route, type: reply.statusCode < 500 ? 'client' : 'server' });
    }
    const principal = findPrincipal(request);
    const level = request.routeOptions.config.isProbe ? 'debug' : 'info';
    request.log[level](
      {
        method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        tenantId: principal?.tenantId,
        actor: principal?.actor,
      },
      'request',
    );
    done();
  });
});
