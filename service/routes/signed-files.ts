import { LineOfText } from '@logomorph/contract/text.ts';
import { SignedQuery } from '@logomorph/core/signed-url.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { sendFile } from '../http/send-file.ts';
import { type SignedLimit, takeSigned } from '../rate-limits/take-signed.ts';
import { signedPath } from '../use-cases/signed-files.ts';
import { anyFileFinder } from '../use-cases/stored-file.ts';
import { fileAnswers, fileHeaders, Id } from './schemas.ts';
import type { App } from './types.ts';

/** `/files/:renderId/*`: a file that a render made, for whoever has its signed address. */
export function signedFileRoute(
  app: App,
  deps: Pick<ServiceDeps, 'db' | 'reads' | 'store' | 'fileUrls'> & SignedLimit,
): void {
  const { db, reads, store, fileUrls } = deps;
  const findAnyFile = anyFileFinder(db, reads);
  app.get(
    '/files/:renderId/*',
    {
      config: {
        problems: [
          'wrong-signature',
          'address-expired',
          'tenant-suspended',
          'rate-limited',
          'precondition-failed',
          'range-not-satisfiable',
        ],
        answerHeaders: fileHeaders,
      },
      schema: {
        tags: ['files'],
        operationId: 'fetchSignedFile',
        summary: 'Fetch a file of a render by its signed address',
        description: 'The address is `signedUrl` of an output. It holds until it expires or the render is deleted.',
        params: Type.Object({
          renderId: Id,
          '*': LineOfText(200, { description: 'The name of the output', examples: ['logo.webp'] }),
        }),
        querystring: SignedQuery,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const { renderId, '*': name } = request.params;
      const now = new Date();
      fileUrls.check(request.url, signedPath(renderId, name), request.query.expires, now);
      const { file, tenantId } = await findAnyFile(renderId, name);
      await takeSigned(deps, reply, tenantId);
      const seconds = Math.floor(request.query.expires - now.valueOf() / 1000);
      const lasts = file.finalSince === undefined ? 'no-cache' : `max-age=${seconds}, immutable`;
      return sendFile(reply, store, file, `public, ${lasts}`);
    },
  );
}
