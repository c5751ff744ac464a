import type { FastifyRequest } from 'fastify';
import type { App } from '../routes/types.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a request without a body is taken for one with an empty object, as none of its fields is needed. */
    isBodyOptional?: boolean;
  }
}

/** Fills in the bodies that routes of the app let be left out. */
export function fillOptionalBodies(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.isBodyOptional) return;
    route.preValidation = [fill, ...[route.preValidation ?? []].flat()];
  });
}

async function fill(request: FastifyRequest): Promise<void> {
  if (request.body === undefined) request.body = {};
}
