import { createServer, request, type ServerResponse } from 'node:http';
import { close, listen } from '../../harness/listen.ts';

/** What an object store does: serves, answers that it has failed, or says nothing. */
export type Health = 'well' | 'failing' | 'hanging';

/** A way to an object store that can be made to fail. */
interface ObjectStoreProxy extends AsyncDisposable {
  url: string;
  become: (health: Health) => void;
  /** Requests that were not served. */
  refused: () => number;
}

/** Starts a proxy before an S3 server. */
export async function objectStoreProxy(endpoint: string): Promise<ObjectStoreProxy> {
  const target = new URL(endpoint);
  let health: Health = 'well';
  let refused = 0;
  const hanging = new Set<ServerResponse>();
  const server = createServer((incoming, answer) => {
    if (health !== 'well') {
      refused += 1;
      incoming.resume();
      if (health === 'hanging') hanging.add(answer);
      else answer.writeHead(500).end();
      return;
    }
    // The headers as they came, for they are signed.
    const { hostname, port } = target;
    const outgoing = request({
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    });
    outgoing.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    become(next) {
      health = next;
      for (const answer of hanging) answer.destroy();
      hanging.clear();
    },
    refused: () => refused,
    [Symbol.asyncDispose]: () => close(server),
  };
}
