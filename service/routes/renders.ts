import { CreatedQuery, Page, PageQuery } from '@logomorph/contract/page.ts';
import { RECIPES } from '@logomorph/contract/recipe/recipe.ts';
import { NewRender, RENDER_STATES, Render, RenderPatch } from '@logomorph/contract/render.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { answerIsKept, answerToKeep, keepAnswerWithEffect } from '../plugins/idempotency.ts';
import { cancelRender } from '../use-cases/cancel-render.ts';
import { changeRender } from '../use-cases/change-render.ts';
import { deleteRender } from '../use-cases/delete-render.ts';
import { listRenders } from '../use-cases/list-renders.ts';
import { renderCreator } from '../use-cases/new-render.ts';
import { pageOf } from '../use-cases/page.ts';
import { readRender, renderReader } from '../use-cases/renders.ts';
import { retryRender } from '../use-cases/retry-render.ts';
import { withSignedUrls } from '../use-cases/signed-files.ts';
import { PreferWait, waitAsPreferred } from './prefer-wait.ts';
import { replayedRender } from './replayed-render.ts';
import { Id } from './schemas.ts';
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

/** `/v1/renders`: create, list, read, change, cancel, try again, delete. */
export function renderRoutes(app: App, deps: ServiceDeps): void {
  const { db, fileUrls, metrics, wakeRelay } = deps;
  const shared = { tags: ['renders'] };
  const read = renderReader(db, deps.reads);
  const create = renderCreator(deps);

  app.post(
    '/v1/renders',
    {
      config: {
        scope: 'render',
        makesRenders: true,
        problems: ['not-found', 'logo-infected', 'quota-exceeded', 'storage-full'],
        answerHeaders: { 202: ['Location', 'Preference-Applied'] },
        asOfNow: (reply, kept) => replayedRender(deps, reply, kept),
      },
      schema: {
        ...shared,
        operationId: 'createRender',
        summary: 'Ask for a render of a logo, or a batch of renders of many',
        description:
          'It is queued, and made from there whatever happens to single machines. `logoIds` in place of `logoId` asks for a batch.',
        headers: PreferWait,
        body: NewRender,
        response: { 202: Render },
      },
    },
    async (request, reply) => {
      const answerWith = (render: Render) => ({
        status: 202,
        headers: { location: `/v1/renders/${render.id}` },
        body: render,
      });
      const render = await create(authorOf(request), request.body, (created) =>
        answerToKeep(reply, answerWith(created)),
      );
      answerIsKept(reply);
      wakeRelay();
      metrics.jobsCreated.inc({ type: render.recipe.type }, render.children?.total ?? 1);
      const readAfterWait = async () =>
        (await waitAsPreferred(deps, reply, render.id)) ? readRender(db, tenantOf(request), render.id) : render;
      // It is created all the same when it was erased meanwhile, or Postgres is not there for a moment.
      const now = await readAfterWait().catch((err: unknown) => {
        request.log.info({ err }, 'a render that was created is told of as it was then');
        return render;
      });
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
        operationId: 'listRenders',
        summary: 'List renders, newest first',
        description: 'Batches and their renders are in it; `parentId` lists the renders of a batch.',
        querystring: ListQuery,
        response: { 200: Page(Render, 'RenderPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      const { items, ...beside } = await listRenders(db, tenantOf(request), page, filter);
      const now = new Date();
      return { ...beside, items: items.map((render) => withSignedUrls(fileUrls, render, now)) };
    },
  );

  app.get(
    '/v1/renders/:renderId',
    {
      config: { scope: 'read', answerHeaders: { 200: ['Preference-Applied'] } },
      schema: {
        ...shared,
        operationId: 'readRender',
        summary: 'Read a render',
        description: 'Its state, its files as soon as each is there, and why it failed if it did.',
        headers: PreferWait,
        params: Type.Object({ renderId: Id }),
        response: { 200: Render },
      },
    },
    async (request, reply) => {
      const render = await read(tenantOf(request), request.params.renderId);
      const answer = withSignedUrls(fileUrls, render, new Date());
      if (!(await waitAsPreferred(deps, reply, render.id))) return answer;
      return withSignedUrls(fileUrls, await readRender(db, tenantOf(request), render.id), new Date());
    },
  );

  app.patch(
    '/v1/renders/:renderId',
    {
      config: { scope: 'render' },
      schema: {
        ...shared,
        operationId: 'changeRender',
        summary: 'Give a render metadata in place of what it has',
        description: 'In any state. That of a batch is changed alone, and not that of its renders.',
        params: Type.Object({ renderId: Id }),
        body: RenderPatch,
        response: { 200: Render },
      },
    },
    async (request) => changeRender(db, authorOf(request), request.params.renderId, request.body),
  );

  app.post(
    '/v1/renders/:renderId/cancel',
    {
      config: { scope: 'render', problems: ['already-finished'] },
      schema: {
        ...shared,
        operationId: 'cancelRender',
        summary: 'Cancel a render, or all of a batch that is not finished',
        description: 'A worker that is at it stops within a second. Canceling again changes nothing.',
        params: Type.Object({ renderId: Id }),
        response: { 200: Render },
      },
    },
    async (request) => {
      const { render, canceled } = await cancelRender(db, authorOf(request), request.params.renderId);
      metrics.jobsCanceled.inc({ type: render.recipe.type }, canceled);
      return render;
    },
  );

  app.post(
    '/v1/renders/:renderId/retry',
    {
      config: { scope: 'render', problems: ['not-retryable', 'quota-exceeded', 'storage-full'] },
      schema: {
        ...shared,
        operationId: 'retryRender',
        summary: 'Make a render again that has failed or was canceled, or all such of a batch',
        description: 'It stays the same render; its events go on.',
        params: Type.Object({ renderId: Id }),
        response: { 202: Render },
      },
    },
    async (request, reply) => {
      const { renderId } = request.params;
      const { render, retried } = await retryRender(deps, authorOf(request), renderId, async (tx, again, count) => {
        await keepAnswerWithEffect(tx, reply, { status: 202, headers: {}, body: again });
        await app.takeRenders(request, reply, count);
      });
      answerIsKept(reply);
      wakeRelay();
      metrics.jobsRetried.inc({ type: render.recipe.type }, retried);
      return reply.code(202).send(render);
    },
  );

  app.delete(
    '/v1/renders/:renderId',
    {
      config: { scope: 'render', problems: ['not-finished', 'part-of-batch'] },
      schema: {
        ...shared,
        operationId: 'deleteRender',
        summary: 'Delete a render that has finished, with its files, or a batch with its renders',
        description:
          'It, its events and its files are not to be had any more. Bytes are removed within two hours, unless another render made the same.',
        params: Type.Object({ renderId: Id }),
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
    },
    async (request, reply) => {
      await deleteRender(db, authorOf(request), request.params.renderId);
      return reply.code(204).send(null);
    },
  );
}
