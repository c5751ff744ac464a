import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { ProblemError } from '@logomorph/contract/problem.ts';
import fp from 'fastify-plugin';

/** Types whose bytes get smaller. Pictures and archives are compressed already; streams must not be held back. */
const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*json|xml|javascript)|image\/svg\+xml)/;

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
  // A small compressed body may hold a large one, which the limits on bodies would not see.
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') return;
    throw new ProblemError('unsupported-media-type', 'Send the body as it is, without a Content-Encoding');
  });
});
