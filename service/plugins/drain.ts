import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';

/**
 * While the program stops, each answer is the last on its connection. So clients that keep connections leave before those
 * are closed, where a request that is just being sent would be lost.
 */
export const drain = fp<Pick<ServiceDeps, 'draining'>>(async (app, { draining }) => {
  // Looked at when the answer goes out: the request may have come before.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.aborted) reply.header('connection', 'close');
    done();
  });
});
