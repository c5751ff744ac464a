import { Readable } from 'node:stream';
import { UPLOAD_MEDIA_TYPES } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { SignedQuery } from '@logomorph/core/signed-url.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { takeAnyContentType } from '../http/any-content-type.ts';
import { type SignedLimit, takeSigned } from '../rate-limits/take-signed.ts';
import { uploadPath } from '../use-cases/logo-uploads.ts';
import { receiveLogoUpload } from '../use-cases/receive-logo-upload.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

/** `PUT /uploads/:uploadId`: takes the bytes of an upload when clients do not reach the object store. */
export async function signedUploadRoute(
  app: App,
  deps: Pick<ServiceDeps, 'db' | 'store' | 'uploadUrls'> & SignedLimit,
): Promise<void> {
  /** One body at a time, so that an address does not fill the disk with halves. */
  const underWay = new Set<string>();

  // The body is not read before the signature is.
  takeAnyContentType(app);
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));

  app.put(
    '/uploads/:uploadId',
    {
      config: {
        problems: [
          'wrong-signature',
          'address-expired',
          'tenant-suspended',
          'rate-limited',
          'request-timeout',
          'digest-mismatch',
          'upload-completed',
          'upload-expired',
          'logo-infected',
        ],
      },
      schema: {
        tags: ['logos'],
        operationId: 'sendUpload',
        summary: 'Send the bytes of an upload by its signed address',
        description: 'The address is `request.url` of an upload. The content type is not looked at.',
        consumes: UPLOAD_MEDIA_TYPES,
        params: Type.Object({ uploadId: Id }),
        querystring: SignedQuery,
        response: {
          204: Type.Null({ description: 'They are here; complete the upload' }),
        },
      },
    },
    async (request, reply) => {
      const { uploadId } = request.params;
      deps.uploadUrls.check(request.url, uploadPath(uploadId), request.query.expires, new Date());
      if (underWay.has(uploadId)) throw new ProblemError('unavailable', 'Its bytes are coming already');
      underWay.add(uploadId);
      try {
        const body: unknown = request.body;
        const takeRate = (tenantId: string) => takeSigned(deps, reply, tenantId);
        await receiveLogoUpload({ ...deps, takeRate }, uploadId, body instanceof Readable ? body : Readable.from([]));
      } finally {
        underWay.delete(uploadId);
      }
      return reply.code(204).send(null);
    },
  );
}
