import { Erasure, NewErasure } from '@logomorph/contract/erasure.ts';
import { Page, PageQuery } from '@logomorph/contract/page.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { listErasures, readErasure, requestLogoErasure, requestTenantErasure } from '../use-cases/erasures.ts';
import { pageOf } from '../use-cases/page.ts';
import { invalidRequest } from '../validation.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

/** Erase all that there is of the tenant, or a logo with what was made of it, and look how far that is. */
export function erasureRoutes(app: App, deps: Pick<ServiceDeps, 'db' | 'erasureUrls' | 'wakeErasures'>): void {
  const config = { scope: 'admin' } as const;
  const shared = { tags: ['erasure'] };

  app.delete(
    '/v1/tenant',
    {
      config: { ...config, answerHeaders: { 202: ['Location'] } },
      schema: {
        ...shared,
        operationId: 'eraseTenant',
        summary: 'Erase the tenant, with all that it has',
        description:
          'Its keys are refused within 5 seconds, and its files are not served any more. What is left is removed then. ' +
          'Nothing brings it back. `receiptUrl` of the answer is where it says when it is done.',
        querystring: Type.Object(
          {
            confirm: Type.Optional(
              Type.String({
                format: 'uuid',
                description: 'Needed: the id of the tenant, which `GET /v1/tenant` tells',
                examples: ['0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f'],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 202: Erasure },
      },
    },
    async (request, reply) => {
      const author = authorOf(request);
      if (request.query.confirm?.toLowerCase() !== author.tenantId) {
        const detail = `must be the id of the tenant, ${author.tenantId}: all that it has will be gone`;
        throw invalidRequest('query', [{ pointer: '/confirm', detail }]);
      }
      const erasure = await requestTenantErasure(deps, author);
      deps.wakeErasures();
      request.log.warn({ erasureId: erasure.id }, 'the tenant is being erased');
      return reply.code(202).header('location', erasure.receiptUrl).send(erasure);
    },
  );

  app.post(
    '/v1/erasures',
    {
      config: { ...config, problems: ['not-found'], answerHeaders: { 202: ['Location'] } },
      schema: {
        ...shared,
        operationId: 'eraseLogo',
        summary: 'Erase a logo, with all that was made of it',
        description:
          'The logo is gone at once, and renders of it that are not finished are canceled. All renders of it are removed then, ' +
          'with their files, events and webhook deliveries. To ask again gives the same erasure.',
        body: NewErasure,
        response: { 202: Erasure },
      },
    },
    async (request, reply) => {
      const erasure = await requestLogoErasure(deps, authorOf(request), request.body.logoId.toLowerCase());
      deps.wakeErasures();
      return reply.code(202).header('location', erasure.receiptUrl).send(erasure);
    },
  );

  app.get(
    '/v1/erasures',
    {
      config,
      schema: {
        ...shared,
        operationId: 'listErasures',
        summary: 'List erasures, newest first',
        description: 'Those that are under way, and those that are done.',
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: Page(Erasure, 'ErasurePage') },
      },
    },
    async (request) => listErasures(deps, tenantOf(request), pageOf(request.query).page),
  );

  app.get(
    '/v1/erasures/:erasureId',
    {
      config,
      schema: {
        ...shared,
        operationId: 'readErasure',
        summary: 'Read an erasure, with its receipt once it is done',
        description: 'When the tenant is gone it is read at its `receiptUrl`.',
        params: Type.Object({ erasureId: Id }),
        response: { 200: Erasure },
      },
    },
    async (request) => readErasure(deps, tenantOf(request), request.params.erasureId),
  );
}
