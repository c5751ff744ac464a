import fastifyCors from '@fastify/cors';
import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';
import { BARE_SECURITY_HEADERS } from './security-headers.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The headers that clients send, besides those that browsers always let pass. */
const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Last-Event-ID',
  'Prefer',
  'Range',
  'Request-Id',
  'traceparent',
  'tracestate',
  'X-No-Compression',
];

/** The headers of answers that scripts may read, besides those that browsers always show. */
const ANSWER_HEADERS = [
  'Accept-Ranges',
  'Allow',
  'Content-Digest',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Repr-Digest',
  'Request-Id',
  'Retry-After',
  'WWW-Authenticate',
];

/** Seconds that a browser remembers what it may send; browsers have lower limits of their own. */
const MAX_AGE = 7200;

/**
 * Lets scripts of the pages of some origins call the API (Fetch, 3.2). Without credentials: keys are sent by scripts, and
 * there are no cookies that a page could misuse.
 */
export const cors = fp<Pick<ServiceDeps, 'config'>>(async (app, { config: { corsOrigins } }) => {
  if (corsOrigins.length === 0) return;
  await app.register(fastifyCors, {
    // A list even of one, so that answers say that they vary by origin.
    origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
    methods: METHODS,
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: ANSWER_HEADERS,
    credentials: false,
    maxAge: MAX_AGE,
    // OPTIONS that is no preflight is answered too, by the route.
    strictPreflight: false,
    preflightContinue: true,
  });
  app.addHook('onRequest', ({ method, routeOptions: { url }, headers }, reply, done) => {
    const isPreflight = headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
    // The plugin has a route for OPTIONS of all addresses, also of those that there are not.
    if (method === 'OPTIONS' && url === '*' && !isPreflight) reply.headers(BARE_SECURITY_HEADERS).callNotFound();
    else done();
  });
});
