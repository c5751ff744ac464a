import { basename } from 'node:path/posix';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { LineOfText } from '@logomorph/contract/text.ts';
import { ObjectNotFound } from '@logomorph/core/object-store/object-store.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { findOutput } from '../use-cases/renders.ts';
import { Id, problemAnswers, streamAnswer } from './schemas.ts';
import type { App } from './types.ts';

/** For pictures that a browser opens as a page of its own: an SVG may style itself, and do nothing else. */
const OUTPUT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** `/v1/renders/:renderId/outputs/*`: a file that a render made, by its name, which may have folders in it. */
export function outputRoute(app: App, { db, store }: ServiceDeps): void {
  app.get(
    '/v1/renders/:renderId/outputs/*',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['renders'],
        summary: 'Fetch a file of a render',
        params: Type.Object({ renderId: Id, '*': LineOfText(200, { description: 'The name of the output' }) }),
        response: {
          200: streamAnswer('application/octet-stream', 'The bytes, in the type that the output names'),
          304: { description: 'The client has these bytes' },
          ...problemAnswers(404, 409),
        },
      },
    },
    async (request, reply) => {
      const { renderId, '*': name } = request.params;
      const output = await findOutput(db, tenantOf(request), renderId, name);
      // Weak, since the bytes on the wire may be compressed (RFC 9110, 8.8.3).
      const etag = `W/"${output.sha256}"`;
      reply.header('etag', etag).header('cache-control', 'private, max-age=31536000, immutable');
      if (matches(request.headers['if-none-match'], output.sha256)) return reply.code(304).send();
      const object = await store.get(output.object_key).catch((cause: unknown) => {
        const detail = cause instanceof ObjectNotFound ? 'The file is missing' : 'The object store cannot be read now';
        throw Object.assign(new ProblemError('unavailable', detail), { cause });
      });
      return reply
        .type(output.media_type)
        .header('content-length', object.bytes)
        .header('content-security-policy', OUTPUT_POLICY)
        .header(
          'content-disposition',
          `${output.media_type === 'application/zip' ? 'attachment' : 'inline'}; filename="${basename(name)}"`,
        )
        .send(object.stream);
    },
  );
}

/** Whether `If-None-Match` names what we have, by weak comparison (RFC 9110, 13.1.2). */
function matches(header: string | undefined, sha256: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes('*') || tags.includes(`"${sha256}"`);
}
