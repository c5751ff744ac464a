import fp from 'fastify-plugin';

/** What a page of another origin may read of an answer, besides its body. */
const EXPOSED =
  'accept-ranges, content-digest, content-length, content-range, etag, repr-digest, request-id, retry-after';

/** What such a page may send. A star is all but `Authorization`, which nothing here looks at. */
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, PUT',
  'access-control-allow-headers': '*',
  'access-control-max-age': '7200',
};

/**
 * Lets pages of any origin show and read what is answered, in the scope it is registered in: an address lets in by
 * itself, so there is nothing to be had by another page that its visitor could not have. As the answer is the same to all of
 * them, a cache keeps it once. A refusal is kept by none, or it would be there still when the file is.
 */
export const publicFiles = fp(async (app) => {
  app.addHook('onRequest', (request, reply, done) => {
    // The other origins' answers vary by who asks.
    reply.removeHeader('vary');
    reply
      .header('cache-control', 'no-store')
      .header('access-control-allow-origin', '*')
      .header('access-control-expose-headers', EXPOSED)
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.method === 'OPTIONS') reply.headers(PREFLIGHT);
    done();
  });
});
