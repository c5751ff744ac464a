import { Resolver } from 'node:dns/promises';
import { codeOf } from '../error-code.ts';

/** Finds the addresses of a host, none when it has none. Rejects when it cannot find out. */
export type ResolveHost = (host: string) => Promise<string[]>;

/** Milliseconds that a name server may take, and how often it is asked. */
const TIMEOUT = 2000;
const TRIES = 2;

/**
 * Asks the name servers. The system's own way, `getaddrinfo`, waits in one of the few threads that also read and write
 * files, so hosts with slow name servers would hold up everything.
 */
export async function resolveHost(host: string): Promise<string[]> {
  // RFC 6761, 6.3: always this machine, and no matter for name servers.
  if (/(^|\.)localhost\.?$/.test(host)) return ['127.0.0.1', '::1'];
  const resolver = new Resolver({ timeout: TIMEOUT, tries: TRIES });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (addresses.length === 0 && failed !== undefined && !isNone(failed.reason)) throw failed.reason;
  return addresses;
}

function isNone(error: unknown): boolean {
  return codeOf(error) === 'ENODATA' || codeOf(error) === 'ENOTFOUND';
}
