import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { close, listen } from '../../harness/listen.ts';

/** Milliseconds between questions whether a replica is ready. */
const INTERVAL = 250;

/** A load balancer as it stands before replicas: it keeps connections, and tries nothing twice. */
export interface Balancer extends AsyncDisposable {
  url: string;
  /** Waits until a replica gets requests. */
  hasTaken: (replica: string) => Promise<void>;
}

/** Starts a balancer that gives requests, by turns, to those replicas whose `/health/ready` says 200. */
export async function balancer(replicas: readonly string[]): Promise<Balancer> {
  const ready = new Set<string>();
  const agent = new Agent({ keepAlive: true });
  const stopped = new AbortController();
  const asking = replicas.map(async (replica) => {
    while (!stopped.signal.aborted) {
      const signal = AbortSignal.timeout(5000);
      const answer = await fetch(`${replica}/health/ready`, { signal, headers: { connection: 'close' } }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.status === 200) ready.add(replica);
      else ready.delete(replica);
      await sleep(INTERVAL);
    }
  });
  let turn = 0;
  const server = createServer((incoming, answer) => {
    const able = [...ready];
    turn += 1;
    const replica = able[turn % able.length];
    if (replica === undefined) return void answer.writeHead(503).end('no replica is ready');
    pass(incoming, answer, replica, agent);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async hasTaken(replica) {
      while (!ready.has(replica)) await sleep(50);
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await Promise.all(asking);
      agent.destroy();
      await close(server);
    },
  };
}

function pass(incoming: IncomingMessage, answer: ServerResponse, replica: string, agent: Agent): void {
  // Of the connection to the client, and not of the one to the replica.
  const { connection: _, ...headers } = incoming.headers;
  const outgoing = request(replica + incoming.url, { method: incoming.method ?? 'GET', headers, agent });
  outgoing.on('response', (response) => {
    const { connection: _, ...headers } = response.headers;
    answer.writeHead(response.statusCode ?? 502, headers);
    response.pipe(answer);
    response.on('error', () => answer.destroy());
  });
  outgoing.on('error', (error) => {
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end(String(error));
  });
  answer.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
