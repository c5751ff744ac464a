import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';

/** How many bytes of bodies may be in memory at once, so that uploads cannot take more than a pod has. */
const BUDGET_BYTES = 64 * 1024 * 1024;

/**
 * Refuses uploads, before their bytes are read, while those under way fill the budget. A body that does not
 * say its length counts as one of the largest size.
 */
export const uploadBudget = fp<{ maxBytes: number }>(async (app, { maxBytes }) => {
  let inUse = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const length = Number(request.headers['content-length'] ?? maxBytes);
    const bytes = Number.isFinite(length) ? Math.min(length, maxBytes) : maxBytes;
    if (inUse + bytes > BUDGET_BYTES) {
      throw new ProblemError('unavailable', 'Too many uploads are under way; try again soon');
    }
    inUse += bytes;
    reply.raw.once('close', () => {
      inUse -= bytes;
    });
  });
});
