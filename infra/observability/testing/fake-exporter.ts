import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METRICS, type MetricDefinition } from '@logomorph/contract/metrics.ts';
import { PROGRAM_SERIES } from './promql-check.ts';

/** A server that exposes every metric of the contract and the default ones that we show, growing with each scrape. */
export async function startFakeExporter() {
  let scrapes = 0;
  const server = createServer((_, response) => {
    scrapes += 1;
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8').end(exposition(scrapes));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { port: portOf(server.address()), stop: () => server.close() };
}

/** The port of a server that listens. */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

function exposition(scrapes: number): string {
  const ofContract = Object.entries<MetricDefinition>(METRICS).flatMap(([name, definition]) =>
    metric(name, definition, scrapes),
  );
  return `${[...ofContract, ...PROGRAM_SERIES.map((name) => `${name} ${scrapes}`)].join('\n')}\n`;
}

function metric(name: string, { kind, labels, buckets = [] }: MetricDefinition, scrapes: number): string[] {
  const own = labels.map((label) => `${label}="a"`);
  const line = (suffix: string, more: string[] = []) => `${name}${suffix}{${[...own, ...more].join(',')}} ${scrapes}`;
  const lines =
    kind === 'histogram'
      ? [...[...buckets, '+Inf'].map((le) => line('_bucket', [`le="${le}"`])), line('_sum'), line('_count')]
      : [line('')];
  return [`# TYPE ${name} ${kind}`, ...lines];
}
