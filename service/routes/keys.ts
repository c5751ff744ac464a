import { ApiKey, ApiKeyChange, ApiKeyRequest, ApiKeyRotation, NewApiKey } from '@logomorph/contract/api-key.ts';
import { Page, PageQuery } from '@logomorph/contract/page.ts';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, principalOf, tenantOf } from '../plugins/authentication.ts';
import {
  changeApiKey,
  checkOwnLimit,
  createApiKey,
  type Grantor,
  listApiKeys,
  readApiKey,
} from '../use-cases/api-keys.ts';
import { pageOf } from '../use-cases/page.ts';
import { revokeApiKey } from '../use-cases/revoke-api-key.ts';
import { rotateApiKey } from '../use-cases/rotate-api-key.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

/** `/v1/keys`: create, list, read, change, rotate, revoke. */
export function keyRoutes(app: App, { db, keys, metrics, config: { rateLimits } }: ServiceDeps): void {
  const config = { scope: 'admin' } as const;
  const shared = { tags: ['keys'] };
  const ofOne = { ...shared, params: Type.Object({ keyId: Id }) };

  app.post(
    '/v1/keys',
    {
      config: { ...config, problems: ['not-found', 'too-many-keys'], answerHeaders: { 201: ['Location'] } },
      schema: {
        ...shared,
        operationId: 'createKey',
        summary: 'Create an API key; its secret is in this answer alone',
        description: 'A key can be given the scopes that the key of the request has, and no others.',
        body: ApiKeyRequest,
        response: { 201: NewApiKey },
      },
    },
    async (request, reply) => {
      checkOwnLimit(request.body, rateLimits);
      const key = await createApiKey(db, grantorOf(request), request.body);
      metrics.apiKeysCreated.inc();
      reply.code(201).header('location', `/v1/keys/${key.id}`).header('cache-control', 'no-store');
      return reply.send(key);
    },
  );

  app.get(
    '/v1/keys',
    {
      config,
      schema: {
        ...shared,
        operationId: 'listKeys',
        summary: 'List API keys, newest first',
        description: 'Also those that have ended, with when each was last used. No secret is in them.',
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: Page(ApiKey, 'ApiKeyPage') },
      },
    },
    async (request) => listApiKeys(db, tenantOf(request), pageOf(request.query).page),
  );

  app.get(
    '/v1/keys/:keyId',
    {
      config,
      schema: {
        ...ofOne,
        operationId: 'readKey',
        summary: 'Read an API key',
        description: 'Also one that has ended, with when it was last used. Its secret is not in it.',
        response: { 200: ApiKey },
      },
    },
    async (request) => readApiKey(db, tenantOf(request), request.params.keyId),
  );

  app.patch(
    '/v1/keys/:keyId',
    {
      config,
      schema: {
        ...ofOne,
        operationId: 'changeKey',
        summary: 'Rename an API key, or change its own limit',
        description: 'What is left out stays; `null` takes the limit away.',
        body: ApiKeyChange,
        response: { 200: ApiKey },
      },
    },
    async (request) => {
      checkOwnLimit(request.body, rateLimits);
      const key = await changeApiKey(db, authorOf(request), request.params.keyId, request.body);
      keys.forget(key.prefix);
      return key;
    },
  );

  app.post(
    '/v1/keys/:keyId/rotate',
    {
      config: {
        ...config,
        problems: ['key-ended', 'too-many-keys'],
        answerHeaders: { 201: ['Location'] },
        isBodyOptional: true,
      },
      schema: {
        ...ofOne,
        operationId: 'rotateKey',
        summary: 'Replace an API key; the secret of the new one is in this answer alone',
        description:
          'The new key has the name, the scopes and the limits of the old one, which goes on working for the overlap. ' +
          'It has an expiry only if one is given.',
        body: ApiKeyRotation,
        response: { 201: NewApiKey },
      },
    },
    async (request, reply) => {
      const { newKey, oldPrefix } = await rotateApiKey(db, grantorOf(request), request.params.keyId, request.body);
      keys.forget(oldPrefix);
      metrics.apiKeysCreated.inc();
      reply.code(201).header('location', `/v1/keys/${newKey.id}`).header('cache-control', 'no-store');
      return reply.send(newKey);
    },
  );

  app.delete(
    '/v1/keys/:keyId',
    {
      config: { ...config, problems: ['last-admin-key'] },
      schema: {
        ...ofOne,
        operationId: 'revokeKey',
        summary: 'Revoke an API key',
        description:
          'It stops within 5 seconds. The last key with the scope admin, which could make another, is not revoked.',
        response: { 204: Type.Null({ description: 'Revoked' }) },
      },
    },
    async (request, reply) => {
      keys.forget(await revokeApiKey(db, authorOf(request), request.params.keyId));
      return reply.code(204).send(null);
    },
  );
}

function grantorOf(request: FastifyRequest): Grantor {
  return { ...authorOf(request), scopes: principalOf(request).scopes };
}
