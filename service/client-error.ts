import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { PROBLEMS, type ProblemName, problem } from '@logomorph/contract/problem.ts';
import type { TimeBudgets } from '@logomorph/contract/time-budgets.ts';
import type { Logger } from 'pino';
import { BARE_SECURITY_HEADERS } from './plugins/security-headers.ts';

/** What Node's own refusals are called here, and the rule; all others are requests that are no HTTP. */
function refusalOf(code: string | undefined, budgets: TimeBudgets): [ProblemName, detail: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return ['headers-too-large', `They may have ${LIMITS.requestHeadBytes} bytes together`];
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return ['body-too-large', 'The extensions of its chunks are too long'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [
        'request-timeout',
        `Its line and headers may take ${budgets.headersTimeout} seconds, all of it ${budgets.requestTimeout} seconds`,
      ];
    default:
      return ['bad-request', 'What was sent could not be read as an HTTP request'];
  }
}

/**
 * Answers a connection on which no request could be read, with a problem document, and ends it. One that nothing came on is
 * ended without a word: whoever opened it ahead of need would take that for the answer to what it is just sending.
 */
export function clientErrors(
  logger: Logger,
  budgets: TimeBudgets,
): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesRead === 0) {
      socket.destroy();
      return;
    }
    const [name, detail] = refusalOf(error.code, budgets);
    const { status } = PROBLEMS[name];
    const requestId = randomUUID();
    logger.info({ requestId, status, code: error.code }, 'request that could not be read');
    const instance = `urn:logomorph:request:${requestId}`;
    const body = JSON.stringify(problem(name, detail, { instance }));
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
