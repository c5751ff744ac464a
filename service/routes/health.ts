import { Liveness, Readiness } from '@logomorph/contract/health.ts';
import { checkSchema } from '@logomorph/core/database/migrate.ts';
import { sql } from 'kysely';
import type { ServiceDeps } from '../deps.ts';
import { checkParts } from '../use-cases/readiness.ts';
import type { App } from './types.ts';

/**
 * `/health`: the process answers. `/health/ready`: it and all it needs can serve; 503 when not, or stopping. Load changes
 * neither: were replicas taken out for it, the others would get their load, and be taken out as well.
 */
export function healthRoutes(app: App, { db, reads, queue, store, metrics, draining, version }: ServiceDeps): void {
  const anything = sql`select`.compile(db);
  app.get(
    '/health',
    {
      config: { isProbe: true },
      schema: {
        tags: ['operation'],
        operationId: 'readLiveness',
        summary: 'Liveness',
        description: 'The process answers. Nothing it needs is looked at.',
        response: { 200: Liveness },
      },
    },
    async () => ({ status: 'ok' as const, version, uptimeSeconds: Math.round(process.uptime()) }),
  );

  app.get(
    '/health/ready',
    {
      config: { isProbe: true },
      schema: {
        tags: ['operation'],
        operationId: 'readReadiness',
        summary: 'Readiness',
        description: 'It and all it needs can serve, and it is not stopping.',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (request, reply) => {
      const parts = {
        // Reads have a connection of their own, and are what clients ask for most.
        postgres: () => Promise.all([checkSchema(db), reads.rows('anything', anything, [])]),
        queue: () => queue.check(),
        objectStore: () => store.check(),
      };
      const checks = await checkParts(parts, (part, err) => request.log.warn({ err, part }, 'a part is not ready'));
      const ok = Object.values(checks).every((check) => check.ok);
      const status = draining.aborted ? 'draining' : ok ? 'ready' : 'not-ready';
      metrics.ready.set(Number(status === 'ready'));
      return reply.code(status === 'ready' ? 200 : 503).send({ status, checks });
    },
  );
}
