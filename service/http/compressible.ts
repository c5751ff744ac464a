import type { FastifyReply } from 'fastify';

/** Types whose bytes get smaller. Pictures and archives are compressed already; streams must not be held back. */
const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*json|xml|javascript)|image\/svg\+xml)/;

/** Whether bodies of this type are compressed for those who take it. */
export function isCompressible(mediaType: string): boolean {
  return COMPRESSIBLE.test(mediaType);
}

/** Tells caches that others get the same in another encoding. */
export function varyByEncoding(reply: FastifyReply): void {
  const vary = String(reply.getHeader('vary') ?? '');
  if (/accept-encoding/i.test(vary)) return;
  reply.header('vary', vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`);
}
