import fp from 'fastify-plugin';
import { requestLimits } from './request-limits.ts';
import { BARE_SECURITY_HEADERS } from './security-headers.ts';

/**
 * What routes have that machines ask all day, instead of what is for clients: nothing to compress, no page, and no logger of
 * each request, of which the log tells nothing.
 */
export const probes = fp(async (app) => {
  app.setChildLoggerFactory((parent) => parent);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(BARE_SECURITY_HEADERS);
    done();
  });
  await app.register(requestLimits);
});
