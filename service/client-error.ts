import type { Socket } from 'node:net';
import { PROBLEMS, type ProblemName, problem } from '@logomorph/contract/problem.ts';

/** What Node's own refusals are called here; all others are requests that are no HTTP. */
const NAMES: Readonly<Record<string, ProblemName>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers a connection on which no request could be read, with a problem document, and ends it. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const name = NAMES[error.code ?? ''] ?? 'bad-request';
  const body = JSON.stringify(problem(name, 'What was sent could not be read as an HTTP request'));
  const head = [
    `HTTP/1.1 ${PROBLEMS[name].status} ${PROBLEMS[name].title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
