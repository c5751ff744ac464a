import { createServer } from 'node:http';
import { METRICS, type MetricDefinition } from '@logomorph/contract/metrics.ts';
import { listen } from './listen.ts';
import { PROGRAM_SERIES } from './promql-check.ts';

/** A server that exposes every metric of the contract and the default ones that we show, growing with each scrape. */
export async function startFakeExporter() {
  let scrapes = 0;
  const server = createServer((_, response) => {
    scrapes += 1;
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8').end(exposition(scrapes));
  });
  return { port: await listen(server), stop: () => server.close() };
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
