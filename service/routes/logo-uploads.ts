import { Logo } from '@logomorph/contract/logo.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { uploadBudget } from '../plugins/upload-budget.ts';
import { storeLogo } from '../use-cases/store-logo.ts';
import { problemAnswers } from './schemas.ts';
import type { App } from './types.ts';

/**
 * Uploads of logos as raw bodies. The content type that a client names is not looked at: pictures are told by their
 * bytes.
 */
export async function logoUploadRoutes(app: App, deps: ServiceDeps): Promise<void> {
  const shared = { tags: ['logos'], consumes: ['image/*'] };
  const answers = {
    200: { description: 'These bytes were here already', content: { 'application/json': { schema: Logo } } },
    201: { description: 'Stored', content: { 'application/json': { schema: Logo } } },
    ...problemAnswers(400, 413, 415, 422),
  };

  // Nothing but raw bytes is taken here; this scope has no other parser.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const bodyLimit = deps.config.maxLogoBytes;
  await app.register(uploadBudget, { maxBytes: bodyLimit });

  const upload = async (request: FastifyRequest, reply: FastifyReply, expectedSha256?: string) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { logo, created } = await storeLogo(deps, tenantOf(request), bytes, expectedSha256);
    if (created) deps.metrics.logoUploads.inc({ format: logo.format });
    return reply
      .code(created ? 201 : 200)
      .header('location', `/v1/logos/${logo.id}`)
      .send(logo);
  };

  app.post(
    '/v1/logos',
    {
      bodyLimit,
      config: { scope: 'render' },
      schema: { ...shared, summary: 'Upload a logo as the raw body', response: answers },
    },
    (request, reply) => upload(request, reply),
  );

  app.put(
    '/v1/logos/sha256/:sha256',
    {
      bodyLimit,
      config: { scope: 'render' },
      schema: {
        ...shared,
        summary: 'Upload a logo under its SHA-256, which is checked',
        params: Type.Object({ sha256: Logo.properties.sha256 }),
        response: answers,
      },
    },
    (request, reply) => upload(request, reply, request.params.sha256),
  );
}
