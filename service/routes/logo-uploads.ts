import { Logo, UPLOAD_MEDIA_TYPES } from '@logomorph/contract/logo.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { takeAnyContentType } from '../http/any-content-type.ts';
import { authorOf } from '../plugins/authentication.ts';
import { storeLogo } from '../use-cases/store-logo.ts';
import { sendStoredLogo, storedLogoAnswers, storedLogoHeaders, storedLogoProblems } from './stored-logo.ts';
import type { App } from './types.ts';

/**
 * Uploads of logos as raw bodies. The content type that a client names is not looked at: pictures are told by their
 * bytes.
 */
export async function logoUploadRoutes(app: App, deps: ServiceDeps): Promise<void> {
  const shared = { tags: ['logos'], consumes: UPLOAD_MEDIA_TYPES };
  const config = { scope: 'render', logoBytes: 'body' } as const;
  const bodyLimit = deps.config.maxLogoBytes;

  // Nothing but raw bytes is taken here; this scope has no other parser.
  takeAnyContentType(app);
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const upload = async (request: FastifyRequest, reply: FastifyReply, expected?: { sha256: string }) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return sendStoredLogo(reply, await storeLogo(deps, authorOf(request), bytes, expected), deps.metrics);
  };

  app.post(
    '/v1/logos',
    {
      bodyLimit,
      config: { ...config, problems: storedLogoProblems, answerHeaders: storedLogoHeaders },
      schema: {
        ...shared,
        operationId: 'uploadLogo',
        summary: 'Upload a logo as the raw body',
        description:
          'The format is told by the bytes; the content type is not looked at. The same bytes are kept once.',
        response: storedLogoAnswers,
      },
    },
    (request, reply) => upload(request, reply),
  );

  app.put(
    '/v1/logos/sha256/:sha256',
    {
      bodyLimit,
      config: { ...config, problems: ['digest-mismatch', ...storedLogoProblems], answerHeaders: storedLogoHeaders },
      schema: {
        ...shared,
        operationId: 'uploadLogoBySha256',
        summary: 'Upload a logo under its SHA-256, which is checked',
        description: 'As an upload is otherwise; other bytes are refused.',
        params: Type.Object({ sha256: Logo.properties.sha256 }),
        response: storedLogoAnswers,
      },
    },
    (request, reply) => upload(request, reply, request.params),
  );
}
