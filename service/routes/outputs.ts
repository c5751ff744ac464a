import { LineOfText } from '@logomorph/contract/text.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { sendFile } from '../http/send-file.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { fileFinder } from '../use-cases/stored-file.ts';
import { fileAnswers, fileHeaders, Id } from './schemas.ts';
import type { App } from './types.ts';

/** `/v1/renders/:renderId/outputs/*`: a file that a render made, by its name, which may have folders in it. */
export function outputRoute(app: App, { db, reads, store }: ServiceDeps): void {
  const findFile = fileFinder(db, reads);
  app.get(
    '/v1/renders/:renderId/outputs/*',
    {
      config: {
        scope: 'read',
        problems: ['not-ready', 'precondition-failed', 'range-not-satisfiable'],
        answerHeaders: fileHeaders,
      },
      schema: {
        tags: ['renders'],
        operationId: 'fetchOutput',
        summary: 'Fetch a file of a render',
        description: 'Parts, preconditions and digests are those of RFC 9110 and RFC 9530.',
        params: Type.Object({
          renderId: Id,
          '*': LineOfText(200, { description: 'The name of the output', examples: ['logo.webp'] }),
        }),
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const { renderId, '*': name } = request.params;
      const file = await findFile(tenantOf(request), renderId, name);
      // While a render is at work another worker may take it over, and make the file anew.
      const lasts = file.finalSince === undefined ? 'no-cache' : 'max-age=31536000, immutable';
      return sendFile(reply, store, file, `private, ${lasts}`);
    },
  );
}
