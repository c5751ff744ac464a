import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Config } from '@logomorph/core/config.ts';
import fp from 'fastify-plugin';
import { tenantOf } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How a logo's bytes come to the route, which count in the budget then: as the body, or fetched by the route. */
    logoBytes?: 'body' | 'fetched';
  }
}

/** How many bytes of logos may be in memory at once, so that uploads cannot take more than a pod has. */
const BUDGET_BYTES = 64 * 1024 * 1024;

/** How many of them may be one tenant's, so that slow uploads of one do not keep out all others. */
const TENANT_BYTES = BUDGET_BYTES / 2;

/**
 * Refuses uploads, before their bytes are read or fetched, while those under way fill the budget. Bytes whose number is
 * not known yet count as a logo of the largest size.
 */
export const uploadBudget = fp<{ config: Pick<Config, 'maxLogoBytes'> }>(async (app, { config: { maxLogoBytes } }) => {
  let inUse = 0;
  const byTenant = new Map<string, number>();
  app.addHook('onRequest', (request, reply, done) => {
    const { logoBytes } = request.routeOptions.config;
    // Whoever went away already would hold it for good: its end is not told again.
    if (logoBytes === undefined || reply.raw.closed) return done();
    const length = logoBytes === 'body' ? Number(request.headers['content-length']) : maxLogoBytes;
    const bytes = Number.isFinite(length) ? Math.min(length, maxLogoBytes) : maxLogoBytes;
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
    done();
  });
});
