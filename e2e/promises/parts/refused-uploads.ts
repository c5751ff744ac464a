import { LOGOS } from '../../harness/logos.ts';
import type { Site } from './site.ts';

/** The longest that an answer may take: a load balancer gives up after 60 s. */
const LIMIT = 58_000;

/** What is not as promised of uploads while nothing can be stored: each is refused for now, before a load balancer gives up. */
export async function refusedUploads({ services, key }: Pick<Site, 'services' | 'key'>): Promise<string[]> {
  const complaints = services.map(async ({ url }) => {
    const body = Buffer.from(`<!-- ${Math.random()} -->${await LOGOS['another SVG icon']()}`);
    const headers = { authorization: `Bearer ${key}` };
    const signal = AbortSignal.timeout(LIMIT);
    const answer = await fetch(`${url}/v1/logos`, { method: 'POST', headers, body, signal });
    const text = await answer.text();
    const asPromised = answer.status === 503 && answer.headers.has('retry-after');
    return asPromised ? [] : [`an upload that cannot be stored is answered ${answer.status} ${text}`];
  });
  return (await Promise.all(complaints)).flat();
}
