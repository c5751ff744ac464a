import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import type { App } from './types.ts';

/** `/metrics`, in the text format of Prometheus. */
export function metricsRoute(app: App, { metrics: { registry } }: ServiceDeps): void {
  app.get(
    '/metrics',
    {
      config: { isProbe: true },
      schema: {
        tags: ['operation'],
        operationId: 'readMetrics',
        summary: 'Metrics for Prometheus',
        description: 'In the text format of Prometheus.',
        response: { 200: { description: 'The metrics', content: { 'text/plain': { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
}
