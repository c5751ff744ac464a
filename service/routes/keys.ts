import { ApiKey, NewApiKey } from '@logomorph/contract/api-key.ts';
import { Page, PageQuery } from '@logomorph/contract/page.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../use-cases/api-keys.ts';
import { Id, problemAnswers, SECURED } from './schemas.ts';
import type { App } from './types.ts';

const NewKeyBody = Type.Object(
  { name: ApiKey.properties.name },
  { additionalProperties: false, examples: [{ name: 'website' }] },
);

/** `/v1/keys`: create, list, revoke. */
export function keyRoutes(app: App, { db, metrics }: ServiceDeps): void {
  const shared = { tags: ['keys'], security: SECURED };

  app.post(
    '/v1/keys',
    {
      schema: {
        ...shared,
        summary: 'Create an API key; its secret is in this answer alone',
        body: NewKeyBody,
        response: { 201: NewApiKey, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const key = await createApiKey(db, tenantOf(request), request.body.name);
      metrics.apiKeysCreated.inc();
      return reply.code(201).header('cache-control', 'no-store').send(key);
    },
  );

  app.get(
    '/v1/keys',
    {
      schema: {
        ...shared,
        summary: 'List API keys, newest first',
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: Page(ApiKey, 'ApiKeyPage'), ...problemAnswers(422) },
      },
    },
    async (request) => {
      const { limit = 20, cursor } = request.query;
      return listApiKeys(db, tenantOf(request), { limit, cursor });
    },
  );

  app.delete(
    '/v1/keys/:keyId',
    {
      schema: {
        ...shared,
        summary: 'Revoke an API key',
        params: Type.Object({ keyId: Id }),
        response: { 204: Type.Null({ description: 'Revoked' }), ...problemAnswers(404) },
      },
    },
    async (request, reply) => {
      await revokeApiKey(db, tenantOf(request), request.params.keyId);
      return reply.code(204).send(null);
    },
  );
}
