import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { addProblems } from '../openapi/route-answers.ts';

/** Types whose bytes get smaller. Pictures and archives are compressed already; streams must not be held back. */
const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*json|xml|javascript)|image\/svg\+xml)/;

/** The security headers that matter to what is answered outside of Fastify's hooks. */
export const BARE_SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** Security headers for an API that serves no pages (the docs page brings its own policy), and compression. */
export const httpDefaults = fp(async (app) => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    frameguard: { action: 'deny' },
    hsts: { maxAge: 31_536_000, includeSubDomains: true },
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: COMPRESSIBLE,
    globalDecompression: false,
  });
  // Each route gets it after the compression, which adds itself to routes too.
  app.addHook('onRoute', (route) => {
    route.onSend = [...[route.onSend ?? []].flat(), weakenIfCompressed];
  });
  app.addHook('onSend', async (request, reply) => {
    const type = reply.getHeader('content-type');
    if (type === undefined) return;
    if (!COMPRESSIBLE.test(String(type))) {
      // The plugin goes on to a list of its own, which has event streams and pictures in it.
      request.headers['x-no-compression'] = '1';
      return;
    }
    // Also of what is sent as it is, or a cache would give it to those who take the other, and the other way round.
    const vary = String(reply.getHeader('vary') ?? '');
    if (!/accept-encoding/i.test(vary))
      reply.header('vary', vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`);
  });
  // A small compressed body may hold a large one, which the limits on bodies would not see.
  app.addHook('onRoute', (route) => addProblems(route, 'unsupported-media-type'));
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') return;
    throw new ProblemError('unsupported-media-type', 'Send the body as it is, without a Content-Encoding');
  });
});

/** A strong tag and the digests are of the bytes as they are kept; compressed, they are others (RFC 9110, 8.8.3). */
async function weakenIfCompressed(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (reply.getHeader('content-encoding') === undefined) return;
  const etag = String(reply.getHeader('etag') ?? '');
  if (etag.startsWith('"')) reply.header('etag', `W/${etag}`);
  for (const name of ['accept-ranges', 'content-digest', 'repr-digest']) reply.removeHeader(name);
}
