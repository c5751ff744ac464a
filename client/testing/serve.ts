import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** A request as it came. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Server {
  baseUrl: string;
  received: Received[];
}

/** A server for what the product does seldom, such as breaking off; it is gone when the test ends. */
export async function serve(
  t: TestContext,
  answer: (request: Received, response: ServerResponse, nth: number) => void,
): Promise<Server> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: await text(request) };
    answer(one, response, received.push(one));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { baseUrl: `http://127.0.0.1:${address.port}`, received };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}

/** Answers with a problem of the API's. */
export function problem(
  response: ServerResponse,
  code: string,
  status: number,
  headers: Record<string, string> = {},
): void {
  json(response, { type: `urn:logomorph:problem:${code}`, title: code, status }, status, headers);
}
