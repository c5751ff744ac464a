import type { Config } from '@logomorph/core/config.ts';
import fp from 'fastify-plugin';
import type { LogoMemory } from '../logo-memory.ts';
import { tenantOf } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How a logo's bytes come to the route, which count in the budget then: as the body, or fetched by the route. */
    logoBytes?: 'body' | 'fetched';
  }
}

/** What the budget of uploads goes by. */
interface UploadBudgetDeps {
  config: Pick<Config, 'maxLogoBytes'>;
  logoMemory: LogoMemory;
}

/**
 * Refuses uploads, before their bytes are read or fetched, while those under way fill the memory for logos. Bytes whose
 * number is not known yet count as a logo of the largest size.
 */
export const uploadBudget = fp<UploadBudgetDeps>(async (app, { config: { maxLogoBytes }, logoMemory }) => {
  app.addHook('onRequest', (request, reply, done) => {
    const { logoBytes } = request.routeOptions.config;
    // Whoever went away already would hold it for good: its end is not told again.
    if (logoBytes === undefined || reply.raw.closed) return done();
    const length = logoBytes === 'body' ? Number(request.headers['content-length']) : maxLogoBytes;
    const bytes = Number.isFinite(length) ? Math.min(length, maxLogoBytes) : maxLogoBytes;
    const held = logoMemory.hold(tenantOf(request), bytes);
    reply.raw.once('close', () => held[Symbol.dispose]());
    done();
  });
});
