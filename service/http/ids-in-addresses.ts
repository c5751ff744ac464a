import type { FastifyRequest } from 'fastify';
import type { App } from '../routes/types.ts';

/** As the format of ids has it. */
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Takes ids in addresses for what they are in small letters, in which the database gives them: it takes both, but what is
 * waited for or recorded under an id is not found under the other one.
 */
export function takeIdsInCapitals(app: App): void {
  app.addHook('onRoute', (route) => {
    if (route.schema?.params === undefined) return;
    route.preValidation = [lower, ...[route.preValidation ?? []].flat()];
  });
}

async function lower({ params }: FastifyRequest): Promise<void> {
  if (typeof params !== 'object' || params === null) return;
  for (const [name, value] of Object.entries(params)) {
    // The rest of an address is the name of a file.
    if (name !== '*' && ID.test(String(value))) Reflect.set(params, name, String(value).toLowerCase());
  }
}
