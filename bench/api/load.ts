import autocannon from 'autocannon';
import { percentile } from '../harness/statistics.ts';

/** A request that is made again and again. */
export interface Shot {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What came of a burst: answers a second, and milliseconds that requests took. */
interface Burst {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/**
 * Makes a request over and over for some seconds, as fast as the answers come, or at a rate.
 * @throws when an answer is not a success
 */
export async function burst(
  { url, method = 'GET', headers = {}, body }: Shot,
  { seconds, connections, rate }: { seconds: number; connections: number; rate?: number },
): Promise<Burst> {
  const walls: number[] = [];
  const { non2xx, errors, duration } = await autocannon({
    url,
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    // A number of its own for each request, where the headers say `[<id>]`.
    idReplacement: true,
    connections,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: Math.max(connections, Math.round(rate)) }),
    setupClient: (client) => client.on('response', (_status, _bytes, ms) => walls.push(ms)),
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} requests failed`);
  return {
    perSecond: walls.length / duration,
    p50: percentile(walls, 0.5),
    p95: percentile(walls, 0.95),
    p99: percentile(walls, 0.99),
  };
}
