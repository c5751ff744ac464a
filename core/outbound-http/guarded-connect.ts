import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { OutboundError } from './outbound-error.ts';
import type { ResolveHost } from './resolve-host.ts';
import { type OutboundRules, refusalOfAddress, type Way } from './url-rules.ts';

/** Milliseconds until TCP and TLS have to stand. */
const CONNECT_TIMEOUT = 5000;

/**
 * Opens connections to addresses that may be reached, and to no others. What is checked is what is connected to, so a
 * host that has another address the next time it is asked for (DNS rebinding) gains nothing.
 */
export function guardedConnect(rules: OutboundRules, resolve: ResolveHost): buildConnector.connector {
  return (target, callback) => {
    const way = { protocol: target.protocol, port: target.port ?? '' };
    // For a host that is an address Node looks nothing up.
    const refusal = isIP(target.hostname) === 0 ? undefined : refusalOfAddress(target.hostname, way, rules);
    if (refusal !== undefined) {
      callback(refusal, null);
      return;
    }
    const lookup: LookupFunction = (host, { all }, done) => {
      reachable(host, way, rules, resolve).then(
        (addresses) => {
          const [first = ''] = addresses;
          if (!all) return done(null, first, isIP(first));
          return done(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          );
        },
        (error: Error) => done(error, []),
      );
    };
    buildConnector({ timeout: CONNECT_TIMEOUT, maxCachedSessions: 0, lookup })(target, callback);
  };
}

/** Those of a host's addresses that may be reached, at least one. */
async function reachable(host: string, way: Way, rules: OutboundRules, resolve: ResolveHost): Promise<string[]> {
  const addresses = await resolve(host);
  const refusals = addresses.map((address) => refusalOfAddress(address, way, rules));
  const allowed = addresses.filter((_, index) => refusals[index] === undefined);
  if (allowed.length > 0) return allowed;
  throw refusals[0] ?? new OutboundError('connection', `There is no address for ${host}`);
}
