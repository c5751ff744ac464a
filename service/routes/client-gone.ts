import type { FastifyReply } from 'fastify';

/** Aborted when nobody waits for the answer any more: it is sent, or the client went away. */
export function clientGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // Whoever went away before this is told of no more.
  if (raw.closed) gone.abort();
  else raw.once('close', () => gone.abort());
  return gone.signal;
}
