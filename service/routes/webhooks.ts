import { Page, PageQuery } from '@logomorph/contract/page.ts';
import {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointPatch,
  WebhookEndpointRequest,
} from '@logomorph/contract/webhook.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { changeEndpoint, deleteEndpoint } from '../use-cases/change-webhook.ts';
import { pageOf } from '../use-cases/page.ts';
import { rotateSecret } from '../use-cases/rotate-webhook-secret.ts';
import { createEndpoint, listEndpoints, readEndpoint } from '../use-cases/webhooks.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

const Params = Type.Object({ webhookId: Id });

/** `/v1/webhooks`: create, list, read, change, delete, rotate the secret. */
export function webhookRoutes(app: App, deps: ServiceDeps): void {
  const shared = { tags: ['webhooks'] };
  const config = { scope: 'admin' } as const;
  const { db } = deps;

  app.post(
    '/v1/webhooks',
    {
      config: { ...config, problems: ['not-found', 'too-many-webhooks'], answerHeaders: { 201: ['Location'] } },
      schema: {
        ...shared,
        operationId: 'createWebhook',
        summary: 'Create a webhook endpoint; its secret is in this answer alone',
        description: 'It is told by `POST` what happens, as Standard Webhooks 1.0.0 has it.',
        body: WebhookEndpointRequest,
        response: { 201: NewWebhookEndpoint },
      },
    },
    async (request, reply) => {
      const endpoint = await createEndpoint(deps, authorOf(request), request.body);
      reply.code(201).header('location', `/v1/webhooks/${endpoint.id}`).header('cache-control', 'no-store');
      return reply.send(endpoint);
    },
  );

  app.get(
    '/v1/webhooks',
    {
      config,
      schema: {
        ...shared,
        operationId: 'listWebhooks',
        summary: 'List webhook endpoints, newest first',
        description: 'Without their secrets.',
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: Page(WebhookEndpoint, 'WebhookEndpointPage') },
      },
    },
    async (request) => listEndpoints(db, tenantOf(request), pageOf(request.query).page),
  );

  app.get(
    '/v1/webhooks/:webhookId',
    {
      config,
      schema: {
        ...shared,
        operationId: 'readWebhook',
        summary: 'Read a webhook endpoint',
        description: 'Whether it is enabled, and since when it fails if it does.',
        params: Params,
        response: { 200: WebhookEndpoint },
      },
    },
    async (request) => readEndpoint(db, tenantOf(request), request.params.webhookId),
  );

  app.patch(
    '/v1/webhooks/:webhookId',
    {
      config,
      schema: {
        ...shared,
        operationId: 'changeWebhook',
        summary: 'Change a webhook endpoint; disabling it ends what is on the way to it',
        description: 'What is left out stays. Enabling begins anew; what was missed can be replayed.',
        params: Params,
        body: WebhookEndpointPatch,
        response: { 200: WebhookEndpoint },
      },
    },
    async (request) => changeEndpoint(deps, authorOf(request), request.params.webhookId, request.body),
  );

  app.delete(
    '/v1/webhooks/:webhookId',
    {
      config,
      schema: {
        ...shared,
        operationId: 'deleteWebhook',
        summary: 'Delete a webhook endpoint with its deliveries',
        description: 'What is on the way to it is given up.',
        params: Params,
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
    },
    async (request, reply) => {
      await deleteEndpoint(db, authorOf(request), request.params.webhookId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/webhooks/:webhookId/rotate-secret',
    {
      config,
      schema: {
        ...shared,
        operationId: 'rotateWebhookSecret',
        summary: 'Give a webhook endpoint a new secret; the one before signs beside it for 24 hours',
        description: 'The new secret is in this answer alone.',
        params: Params,
        response: { 200: NewWebhookEndpoint },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return rotateSecret(deps, authorOf(request), request.params.webhookId);
    },
  );
}
