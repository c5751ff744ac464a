import { Page, PageQuery } from '@logomorph/contract/page.ts';
import { RecipeRequest } from '@logomorph/contract/recipe/recipe.ts';
import { RENDER_STATES, Render } from '@logomorph/contract/render.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { createRender, listRenders, readRender } from '../use-cases/renders.ts';
import { Id, problemAnswers, SECURED } from './schemas.ts';
import type { App } from './types.ts';

const NewRenderBody = Type.Object(
  { logoId: Id, recipe: RecipeRequest },
  {
    additionalProperties: false,
    examples: [{ logoId: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11', recipe: { type: 'kit', name: 'Acme' } }],
  },
);

const ListQuery = Type.Object(
  { ...PageQuery, state: Type.Optional(Type.Enum([...RENDER_STATES])) },
  { additionalProperties: false },
);

/** `/v1/renders`: create, list, read. */
export function renderRoutes(app: App, { db, metrics, wakeRelay }: ServiceDeps): void {
  const shared = { tags: ['renders'], security: SECURED };

  app.post(
    '/v1/renders',
    {
      schema: {
        ...shared,
        summary: 'Ask for a render of a logo',
        body: NewRenderBody,
        response: { 202: Render, ...problemAnswers(400, 401, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      const { logoId, recipe } = request.body;
      const render = await createRender(db, tenantOf(request), logoId, recipe);
      wakeRelay();
      metrics.jobsCreated.inc({ type: recipe.type });
      return reply.code(202).header('location', `/v1/renders/${render.id}`).send(render);
    },
  );

  app.get(
    '/v1/renders',
    {
      schema: {
        ...shared,
        summary: 'List renders, newest first',
        querystring: ListQuery,
        response: { 200: Page(Render, 'RenderPage'), ...problemAnswers(401, 422) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, state } = request.query;
      return listRenders(db, tenantOf(request), { limit, cursor }, state);
    },
  );

  app.get(
    '/v1/renders/:renderId',
    {
      schema: {
        ...shared,
        summary: 'Read a render',
        params: Type.Object({ renderId: Id }),
        response: { 200: Render, ...problemAnswers(401, 404) },
      },
    },
    async (request) => readRender(db, tenantOf(request), request.params.renderId),
  );
}
