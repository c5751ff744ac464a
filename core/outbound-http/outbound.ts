import { Agent, type Dispatcher, errors } from 'undici';
import { codeOf } from '../error-code.ts';
import { guardedConnect } from './guarded-connect.ts';
import { OutboundError } from './outbound-error.ts';
import { type ResolveHost, resolveHost } from './resolve-host.ts';
import { type OutboundRules, readNamedUrl, readUrl } from './url-rules.ts';

/** Bytes that the headers of an answer may have. */
const HEADER_BYTES = 16 * 1024;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A request to an address that somebody else has named. */
export interface OutboundRequest {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds for all of it, redirects and bodies included. */
  timeout: number;
  /** Ends it early, as `aborted`. */
  signal?: AbortSignal;
  /** The most bytes that are read of the answer's body, and what becomes of a longer one. */
  maxBytes: number;
  overflow: 'cut' | 'refuse';
  /** How many redirects are followed; with none, they are answers like others. */
  maxRedirects: number;
}

interface OutboundAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends requests to addresses that others have named, and keeps them away from what is ours. */
export interface Outbound {
  /**
   * Checks a URL that a client names, as far as can be told without connecting.
   * @throws OutboundError refused, with the rule as its message, to be read after "the URL"
   */
  check(url: string): void;
  /** @throws OutboundError and no other error */
  send(request: OutboundRequest): Promise<OutboundAnswer>;
  close(): Promise<void>;
}

/**
 * Outgoing requests that cannot be made to reach private addresses. Every request has a connection of its own, whose
 * address is checked; proxies named by the environment are not used, and bodies are not decompressed.
 */
export function createOutbound(rules: OutboundRules, resolve: ResolveHost = resolveHost): Outbound {
  const agent = new Agent({
    connect: guardedConnect(rules, resolve),
    maxHeaderSize: HEADER_BYTES,
    pipelining: 0,
    allowH2: false,
  });
  return {
    check(url) {
      readNamedUrl(url, rules);
    },
    async send(request) {
      const time = AbortSignal.timeout(request.timeout);
      const signal = request.signal === undefined ? time : AbortSignal.any([time, request.signal]);
      try {
        return await follow(agent, request, rules, signal);
      } catch (error) {
        if (request.signal?.aborted) throw new OutboundError('aborted', 'It was given up', { cause: error });
        throw toOutboundError(error, signal);
      }
    },
    close: () => agent.destroy(),
  };
}

async function follow(
  agent: Agent,
  request: OutboundRequest,
  rules: OutboundRules,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  let url = readUrl(request.url, rules);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: { 'accept-encoding': 'identity', ...request.headers },
      body: request.body ?? null,
      signal,
    });
    const { location } = answer.headers;
    if (request.maxRedirects === 0 || !REDIRECTS.has(answer.statusCode) || typeof location !== 'string') {
      return { status: answer.statusCode, headers: answer.headers, body: await readBody(answer, request) };
    }
    leave(answer);
    if (redirects === request.maxRedirects) {
      throw new OutboundError('too-many-redirects', `There are more than ${request.maxRedirects} redirects`);
    }
    url = readUrl(URL.parse(location, url.href)?.href ?? '', rules);
  }
}

async function readBody(answer: Dispatcher.ResponseData, { maxBytes, overflow }: OutboundRequest): Promise<Buffer> {
  const tooLarge = () => new OutboundError('too-large', `The answer has more than ${maxBytes} bytes`);
  if (overflow === 'refuse' && Number(answer.headers['content-length']) > maxBytes) {
    leave(answer);
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of answer.body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= maxBytes) continue;
    if (overflow === 'cut') break;
    throw tooLarge();
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/** Does not read an answer, which ends its connection; the body calls that an error. */
function leave({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {}).destroy();
}

function toOutboundError(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (signal.aborted) return new OutboundError('timeout', 'There was no whole answer in time', { cause: error });
  const code = codeOf(error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new OutboundError('timeout', 'There was no connection in time', { cause: error });
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new OutboundError('headers-too-large', `The answer has more than ${HEADER_BYTES} bytes of headers`, {
      cause: error,
    });
  }
  if (error instanceof errors.HTTPParserError) {
    return new OutboundError('connection', 'The answer is no valid HTTP', { cause: error });
  }
  return new OutboundError('connection', `The connection failed${code === undefined ? '' : `: ${code}`}`, {
    cause: error,
  });
}
