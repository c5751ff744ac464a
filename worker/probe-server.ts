import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { WorkerMetrics } from './metrics.ts';

/** What the probes of a worker ask. */
interface ProbeChecks {
  metrics: Pick<WorkerMetrics, 'registry' | 'ready'>;
  /** Rejects, with a reason, while the worker cannot do its work. */
  ready: () => Promise<void>;
}

/** Serves a worker's `/health`, `/health/ready` and `/metrics`. Rejects when the address cannot be had. */
export async function startProbeServer(host: string, port: number, checks: ProbeChecks): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response, checks).catch(() => {
      if (!response.headersSent) send(response, 500, 'application/json', JSON.stringify({ status: 'error' }));
    });
  });
  await once(server.listen(port, host), 'listening');
  return server;
}

async function answer(url: string, response: ServerResponse, { metrics, ready }: ProbeChecks): Promise<void> {
  switch (url) {
    case '/health':
      return send(response, 200, 'application/json', JSON.stringify({ status: 'ok' }));
    case '/health/ready': {
      const failure = await ready().then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      metrics.ready.set(Number(failure === undefined));
      return failure === undefined
        ? send(response, 200, 'application/json', JSON.stringify({ status: 'ready' }))
        : send(response, 503, 'application/json', JSON.stringify({ status: 'not-ready', detail: failure }));
    }
    case '/metrics':
      return send(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
    default:
      return send(response, 404, 'application/json', JSON.stringify({ status: 'not-found' }));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
