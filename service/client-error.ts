import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEMS, type ProblemName, problem } from '@logomorph/contract/problem.ts';
import type { Logger } from 'pino';
import { BARE_SECURITY_HEADERS } from './plugins/security-headers.ts';

/** What Node's own refusals are called here; all others are requests that are no HTTP. */
const NAMES: Readonly<Record<string, ProblemName>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers a connection on which no request could be read, with a problem document, and ends it. */
export function clientErrors(logger: Logger): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const name = NAMES[error.code ?? ''] ?? 'bad-request';
    const { status } = PROBLEMS[name];
    const requestId = randomUUID();
    logger.info({ requestId, status, code: error.code }, 'request that could not be read');
    const instance = `urn:logomorph:request:${requestId}`;
    const body = JSON.stringify(problem(name, 'What was sent could not be read as an HTTP request', { instance }));
    const headers = {
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
      'request-id': requestId,
      ...BARE_SECURITY_HEADERS,
    };
    const lines = Object.entries(headers).map(([key, value]) => `${key}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  };
}
