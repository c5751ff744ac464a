import { LogoUpload, LogoUploadRequest } from '@logomorph/contract/logo-upload.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import type { LogoMemory } from '../logo-memory.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { cancelLogoUpload } from '../use-cases/cancel-logo-upload.ts';
import { completeLogoUpload } from '../use-cases/complete-logo-upload.ts';
import { createLogoUpload, readLogoUpload } from '../use-cases/logo-uploads.ts';
import { Id } from './schemas.ts';
import { sendStoredLogo, storedLogoAnswers, storedLogoHeaders, storedLogoProblems } from './stored-logo.ts';
import type { App } from './types.ts';

const Params = Type.Object({ uploadId: Id });

/** `/v1/logos/uploads`: logos whose bytes are sent by themselves, to the object store where clients reach it. */
export function directUploadRoutes(app: App, deps: ServiceDeps & { logoMemory: LogoMemory }): void {
  const shared = { tags: ['logos'] };

  app.post(
    '/v1/logos/uploads',
    {
      config: {
        scope: 'render',
        problems: ['not-found', 'logo-too-large', 'logo-infected', 'too-many-uploads', 'storage-full'],
        answerHeaders: { 201: ['Location'] },
      },
      schema: {
        ...shared,
        operationId: 'createUpload',
        summary: 'Announce a logo, and learn where to send its bytes',
        description:
          'Send them by `request`, and then complete the upload. Bytes that are here already need not be sent: the ' +
          'upload is `completed` then, and has the logo.',
        body: LogoUploadRequest,
        response: { 201: LogoUpload },
      },
    },
    async (request, reply) => {
      const upload = await createLogoUpload(deps, authorOf(request), request.body);
      return reply.code(201).header('location', `/v1/logos/uploads/${upload.id}`).send(upload);
    },
  );

  app.get(
    '/v1/logos/uploads/:uploadId',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        operationId: 'readUpload',
        summary: 'Read an upload',
        description: 'Whether it is pending, completed or expired, and its logo.',
        params: Params,
        response: { 200: LogoUpload },
      },
    },
    async (request) => readLogoUpload(deps.db, tenantOf(request), request.params.uploadId),
  );

  app.delete(
    '/v1/logos/uploads/:uploadId',
    {
      config: { scope: 'render', problems: ['upload-completed'] },
      schema: {
        ...shared,
        operationId: 'cancelUpload',
        summary: 'Cancel an upload that is not completed',
        description: 'It is forgotten with what was sent for it, and counts no more as one that is pending.',
        params: Params,
        response: { 204: Type.Null({ description: 'Canceled' }) },
      },
    },
    async (request, reply) => {
      await cancelLogoUpload(deps, authorOf(request), request.params.uploadId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/logos/uploads/:uploadId/complete',
    {
      config: {
        scope: 'render',
        problems: ['not-uploaded', 'upload-expired', 'digest-mismatch', ...storedLogoProblems],
        answerHeaders: storedLogoHeaders,
      },
      schema: {
        ...shared,
        operationId: 'completeUpload',
        summary: 'Make a logo of the bytes that were sent for an upload',
        description: 'To repeat it is harmless, and gives the same logo.',
        params: Params,
        response: storedLogoAnswers,
      },
    },
    async (request, reply) => {
      const stored = await completeLogoUpload(deps, authorOf(request), request.params.uploadId);
      return sendStoredLogo(reply, stored, deps.metrics);
    },
  );
}
