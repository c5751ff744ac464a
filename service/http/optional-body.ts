import type { App } from '../routes/types.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a request without a body is taken for one with an empty object, as none of its fields is needed. */
    isBodyOptional?: boolean;
  }
}

/** Fills in the bodies that routes of the app let be left out. It comes before all that looks at bodies. */
export function fillOptionalBodies(app: App): void {
  app.addHook('preValidation', async (request) => {
    if (request.body === undefined && request.routeOptions.config.isBodyOptional) request.body = {};
  });
}
