import type { ServiceDeps } from '../deps.ts';
import type { App } from './types.ts';

/** `/metrics`, in the text format of Prometheus. */
export function metricsRoute(app: App, { metrics: { registry } }: ServiceDeps): void {
  app.get(
    '/metrics',
    { config: { isProbe: true }, schema: { tags: ['operation'], summary: 'Metrics for Prometheus' } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
}
