import { Queues } from '@logomorph/contract/admin/queues.ts';
import type { App } from '../../routes/types.ts';
import type { AdminDeps } from '../app.ts';
import { readQueues } from '../use-cases/queues.ts';

/** `/admin/queues`: what waits, and for how long. */
export function queuesRoute(app: App, deps: AdminDeps): void {
  app.get(
    '/admin/queues',
    {
      schema: {
        tags: ['queues'],
        operationId: 'readQueues',
        summary: 'Read how much waits where, and for how long',
        description: 'Renders, places in the outbox, events and deliveries of webhooks.',
        response: { 200: Queues },
      },
    },
    async (request) => readQueues(deps, request.log),
  );
}
