import compress from '@fastify/compress';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { onSendHookHandler } from 'fastify';
import fp from 'fastify-plugin';
import { isCompressible, varyByEncoding } from '../http/compressible.ts';
import { addProblems } from '../openapi/route-answers.ts';

/** Compresses what is worth it, where the client takes it. Compressed bodies are not read. */
export const compression = fp(async (app) => {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: isCompressible,
    globalDecompression: false,
  });
  // Each route gets it after the compression, which adds itself at the end.
  app.addHook('onRoute', (route) => {
    const hooks = [...[route.onSend ?? []].flat(), weakenIfCompressed];
    // Of HEAD, Fastify takes the body away first, and there would be nothing to compress: HEAD tells what GET would.
    route.onSend = route.method === 'HEAD' ? [...hooks.slice(-2), ...hooks.slice(0, -2)] : hooks;
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const type = reply.getHeader('content-type');
    if (type === undefined) return done();
    if (!isCompressible(String(type))) {
      // The plugin goes on to a list of its own, which has event streams and pictures in it.
      request.headers['x-no-compression'] = '1';
      return done();
    }
    // Also of what is sent as it is, or a cache would give it to those who take the other, and the other way round.
    varyByEncoding(reply);
    done();
  });
  // A small compressed body may hold a large one, which the limits on bodies would not see.
  app.addHook('onRoute', (route) => addProblems(route, 'unsupported-media-type'));
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const encoding = headers['content-encoding'];
    if (encoding === undefined || encoding.toLowerCase() === 'identity') return done();
    done(new ProblemError('unsupported-media-type', 'Send the body as it is, without a Content-Encoding'));
  });
});

/** A strong tag and the digests are of the bytes as they are kept; compressed, they are others (RFC 9110, 8.8.3). */
const weakenIfCompressed: onSendHookHandler = (_request, reply, _payload, done) => {
  if (reply.getHeader('content-encoding') === undefined) return done();
  const etag = String(reply.getHeader('etag') ?? '');
  if (etag.startsWith('"')) reply.header('etag', `W/${etag}`);
  for (const name of ['accept-ranges', 'content-digest', 'repr-digest']) reply.removeHeader(name);
  done();
};
