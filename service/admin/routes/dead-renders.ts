import { DeadRender, DeadRenderQuery, Redriven, RenderRedrive } from '@logomorph/contract/admin/dead-letters.ts';
import { Page } from '@logomorph/contract/page.ts';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { originOf } from '../../origin.ts';
import { Id } from '../../routes/schemas.ts';
import type { App } from '../../routes/types.ts';
import { pageOf } from '../../use-cases/page.ts';
import type { AdminDeps } from '../app.ts';
import { logChange } from '../log-change.ts';
import { deadRenders, listDeadRenders } from '../use-cases/dead-renders.ts';
import { redriveMany } from '../use-cases/redrive-many.ts';
import { redriveRender } from '../use-cases/redrive-render.ts';

/** `/admin/dead-letters/renders`: renders that have failed by a fault of ours, and having them made again. */
export function deadRenderRoutes(app: App, deps: AdminDeps): void {
  const { db, metrics, wakeRelay } = deps;
  const shared = { tags: ['dead letters'] };

  const redrive = async (request: FastifyRequest, renderId: string) => {
    const tenantId = await redriveRender(deps, renderId, originOf(request));
    metrics.redriven.inc({ kind: 'render' });
    logChange(request, { action: 'render redriven', tenantId, renderId });
  };

  app.get(
    '/admin/dead-letters/renders',
    {
      schema: {
        ...shared,
        operationId: 'listDeadRenders',
        summary: 'List renders that have failed by a fault of ours, newest first',
        description: 'Each may be tried again by itself, or all by a filter.',
        querystring: DeadRenderQuery,
        response: { 200: Page(DeadRender, 'DeadRenderPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listDeadRenders(db, page, filter);
    },
  );

  app.post(
    '/admin/dead-letters/renders/:renderId/redrive',
    {
      config: { problems: ['not-a-dead-letter', 'quota-exceeded', 'storage-full'] },
      schema: {
        ...shared,
        operationId: 'redriveRender',
        summary: 'Have one of them made again',
        description: 'It counts for the quotas of its tenant, as if that had asked for it. To repeat it does nothing.',
        params: Type.Object({ renderId: Id }),
        response: { 204: Type.Null({ description: 'It is made again' }) },
      },
    },
    async (request, reply) => {
      await redrive(request, request.params.renderId);
      wakeRelay();
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/admin/dead-letters/renders/redrive',
    {
      schema: {
        ...shared,
        operationId: 'redriveRenders',
        summary: 'Have many of them made again, the oldest first',
        description: 'Those that cannot be made again are counted in `refused`, by their problems.',
        body: RenderRedrive,
        response: { 200: Redriven },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.body;
      const dead = deadRenders(db, filter).select('id');
      // Also for those before one that could not be tried.
      return redriveMany(dead, { limit, cursor }, (id) => redrive(request, id)).finally(wakeRelay);
    },
  );
}
