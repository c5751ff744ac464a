import { CreatedQuery, Page, PageQuery } from '@logomorph/contract/page.ts';
import { RECIPES } from '@logomorph/contract/recipe/recipe.ts';
import { NewRender, RENDER_STATES, Render } from '@logomorph/contract/render.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { originOf } from '../origin.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { keepAnswerWithEffect } from '../plugins/idempotency.ts';
import { cancelRender } from '../use-cases/cancel-render.ts';
import { deleteRender } from '../use-cases/delete-render.ts';
import { listRenders } from '../use-cases/list-renders.ts';
import { createRender } from '../use-cases/new-render.ts';
import { readRender } from '../use-cases/renders.ts';
import { retryRender } from '../use-cases/retry-render.ts';
import { withSignedUrls } from '../use-cases/signed-files.ts';
import { PreferWait, waitAsPreferred } from './prefer-wait.ts';
import { Id, problemAnswers } from './schemas.ts';
import type { App } from './types.ts';

const ListQuery = Type.Object(
  {
    ...PageQuery,
    state: Type.Optional(
      Type.Array(Type.Enum([...RENDER_STATES]), {
        minItems: 1,
        maxItems: RENDER_STATES.length,
        description: 'May be given several times: renders of any of these states',
      }),
    ),
    logoId: Type.Optional(Type.String({ format: 'uuid', description: 'The logo that the renders are made of' })),
    parentId: Type.Optional(Type.String({ format: 'uuid', description: 'The batch that the renders belong to' })),
    type: Type.Optional(Type.Enum(Object.keys(RECIPES), { description: 'The type of the recipe' })),
    transforms: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'True: those that addresses of transforms asked for, which are else left out, and no others',
      }),
    ),
    ...CreatedQuery,
  },
  { additionalProperties: false },
);

/** `/v1/renders`: create, list, read, cancel, try again, delete. */
export function renderRoutes(app: App, deps: ServiceDeps): void {
  const { db, fileUrls, metrics, wakeRelay } = deps;
  const shared = { tags: ['renders'] };

  app.post(
    '/v1/renders',
    {
      config: { scope: 'render', makesRenders: true },
      schema: {
        ...shared,
        summary: 'Ask for a render of a logo, or a batch of renders of many',
        headers: PreferWait,
        body: NewRender,
        response: { 202: Render, ...problemAnswers(400, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const answerWith = (render: Render) => ({
        status: 202,
        headers: { location: `/v1/renders/${render.id}` },
        body: render,
      });
      const render = await createRender(
        deps,
        tenantOf(request),
        request.body,
        (tx, created) => keepAnswerWithEffect(tx, reply, answerWith(created)),
        originOf(request),
      );
      wakeRelay();
      metrics.jobsCreated.inc({ type: render.recipe.type }, render.children?.total ?? 1);
      await waitAsPreferred(deps, reply, render.id);
      const now = request.headers.prefer === undefined ? render : await readRender(db, tenantOf(request), render.id);
      return reply
        .code(202)
        .headers(answerWith(render).headers)
        .send(withSignedUrls(fileUrls, now, new Date()));
    },
  );

  app.get(
    '/v1/renders',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        summary: 'List renders, newest first',
        querystring: ListQuery,
        response: { 200: Page(Render, 'RenderPage'), ...problemAnswers(422) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, ...filter } = request.query;
      const { items, ...page } = await listRenders(db, tenantOf(request), { limit, cursor }, filter);
      const now = new Date();
      return { ...page, items: items.map((render) => withSignedUrls(fileUrls, render, now)) };
    },
  );

  app.get(
    '/v1/renders/:renderId',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        summary: 'Read a render',
        headers: PreferWait,
        params: Type.Object({ renderId: Id }),
        response: { 200: Render, ...problemAnswers(404) },
      },
    },
    async (request, reply) => {
      const render = await readRender(db, tenantOf(request), request.params.renderId);
      await waitAsPreferred(deps, reply, render.id);
      const now = request.headers.prefer === undefined ? render : await readRender(db, tenantOf(request), render.id);
      return withSignedUrls(fileUrls, now, new Date());
    },
  );

  app.post(
    '/v1/renders/:renderId/cancel',
    {
      config: { scope: 'render' },
      schema: {
        ...shared,
        summary: 'Cancel a render, or all of a batch that is not finished',
        description: 'A worker that is at it stops within a second. Canceling again changes nothing.',
        params: Type.Object({ renderId: Id }),
        response: { 200: Render, ...problemAnswers(404, 409) },
      },
    },
    async (request) => {
      const { render, canceled } = await cancelRender(db, tenantOf(request), request.params.renderId);
      metrics.jobsCanceled.inc({ type: render.recipe.type }, canceled);
      return render;
    },
  );

  app.post(
    '/v1/renders/:renderId/retry',
    {
      config: { scope: 'render', makesRenders: true },
      schema: {
        ...shared,
        summary: 'Make a render again that has failed or was canceled, or all such of a batch',
        description: 'It stays the same render; its events go on.',
        params: Type.Object({ renderId: Id }),
        response: { 202: Render, ...problemAnswers(404, 409) },
      },
    },
    async (request, reply) => {
      const { render, retried } = await retryRender(
        deps,
        tenantOf(request),
        request.params.renderId,
        (tx, again) => keepAnswerWithEffect(tx, reply, { status: 202, headers: {}, body: again }),
        originOf(request),
      );
      wakeRelay();
      metrics.jobsRetried.inc({ type: render.recipe.type }, retried);
      return reply.code(202).send(render);
    },
  );

  app.delete(
    '/v1/renders/:renderId',
    {
      config: { scope: 'render' },
      schema: {
        ...shared,
        summary: 'Delete a render that has finished, with its files, or a batch with its renders',
        params: Type.Object({ renderId: Id }),
        response: { 204: Type.Null({ description: 'Deleted' }), ...problemAnswers(404, 409) },
      },
    },
    async (request, reply) => {
      await deleteRender(db, tenantOf(request), request.params.renderId);
      return reply.code(204).send(null);
    },
  );
}
