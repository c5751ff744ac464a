import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';
import { tenantOf } from './authentication.ts';

/** How many bytes of bodies may be in memory at once, so that uploads cannot take more than a pod has. */
const BUDGET_BYTES = 64 * 1024 * 1024;

/** How many of them may be one tenant's, so that slow uploads of one do not keep out all others. */
const TENANT_BYTES = BUDGET_BYTES / 2;

/**
 * Refuses uploads, before their bytes are read, while those under way fill the budget. A body that does not
 * say its length counts as one of the largest size.
 */
export const uploadBudget = fp<{ maxBytes: number }>(async (app, { maxBytes }) => {
  let inUse = 0;
  const byTenant = new Map<string, number>();
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const length = Number(request.headers['content-length'] ?? maxBytes);
    const bytes = Number.isFinite(length) ? Math.min(length, maxBytes) : maxBytes;
    const tenantId = tenantOf(request);
    const ofTenant = byTenant.get(tenantId) ?? 0;
    if (inUse + bytes > BUDGET_BYTES || ofTenant + bytes > TENANT_BYTES) {
      throw new ProblemError('unavailable', 'Too many uploads are under way; try again soon');
    }
    inUse += bytes;
    byTenant.set(tenantId, ofTenant + bytes);
    reply.raw.once('close', () => {
      inUse -= bytes;
      const left = (byTenant.get(tenantId) ?? 0) - bytes;
      if (left > 0) byTenant.set(tenantId, left);
      else byTenant.delete(tenantId);
    });
  });
});
