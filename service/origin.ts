import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Origin, takeTraceContext } from '@logomorph/core/trace-context.ts';
import type { FastifyRequest } from 'fastify';

type TraceContext = Omit<Origin, 'requestId'>;

const CONTEXT = Symbol('trace context');

declare module 'node:http' {
  interface IncomingMessage {
    [CONTEXT]?: TraceContext;
  }
}

/** A client's request id if it is a plain one, so that it can be looked for in our logs; else a new one. */
export function takeRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** The trace that a request is part of: the client's, or one that begins here. It stays the same. */
export function traceContextOf(request: IncomingMessage): TraceContext {
  const { traceparent, tracestate } = request.headers;
  request[CONTEXT] ??= takeTraceContext(traceparent, tracestate);
  return request[CONTEXT];
}

/** What is kept of a request with all that comes of it. */
export function originOf({ id, raw }: Pick<FastifyRequest, 'id' | 'raw'>): Origin {
  return { requestId: id, ...traceContextOf(raw) };
}
