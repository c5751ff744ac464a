import type { RateLimitConfig } from '@logomorph/core/config.ts';
import type { Logger } from 'pino';
import type { ServiceMetrics } from '../metrics.ts';
import { seldom } from '../seldom.ts';
import type { Principal } from '../use-cases/authentication.ts';
import type { RateCounter, Taken } from './counter.ts';
import type { CountedPolicy } from './headers.ts';

/** Milliseconds for which a store that failed is not asked again. */
const PAUSE = 1000;

/** Milliseconds between two lines in the log about it. */
const QUIET = 60_000;

/** What of something may be done in a minute, and by whom together. */
export interface RatePolicy {
  name: 'key' | 'tenant' | 'renders' | 'signed';
  /** What the points are counted under. */
  key: string;
  limit: number;
}

/** The limits on what is done with a key or by a user, of the key itself too. */
export function ratePolicies(
  { actor, tenantId, requestsPerMinute = Number.POSITIVE_INFINITY }: Principal,
  config: RateLimitConfig,
) {
  const { perKey, perTenant } = config;
  return {
    key: { name: 'key', key: actor, limit: Math.min(requestsPerMinute, perKey) },
    tenant: { name: 'tenant', key: tenantId, limit: perTenant },
    renders: rendersPolicy(tenantId, config),
    signed: signedPolicy(tenantId, config),
  } as const satisfies Record<string, RatePolicy>;
}

/** The limit on renders that are asked for of a tenant, by whomever. */
export function rendersPolicy(tenantId: string, { renders }: Pick<RateLimitConfig, 'renders'>) {
  return { name: 'renders', key: tenantId, limit: renders } as const satisfies RatePolicy;
}

/** The limit on requests at signed addresses of files and uploads of a tenant, by whomever. */
export function signedPolicy(tenantId: string, { signed }: Pick<RateLimitConfig, 'signed'>) {
  return { name: 'signed', key: tenantId, limit: signed } as const satisfies RatePolicy;
}

/** Counts against limits, and lets through what cannot be counted. */
export interface RateLimits {
  /** Counts points; undefined when they cannot be counted now. At once when the store need not be asked. */
  take(policy: RatePolicy, points: number): CountedPolicy | undefined | Promise<CountedPolicy | undefined>;
}

/**
 * Limits that fail open: while the store is down or slow everything is let through that this process does not know to be too
 * much, counted in a metric, and said in the log once a minute.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createRateLimits(
  counter: RateCounter,
  { metrics, logger, now }: { metrics: ServiceMetrics; logger: Logger; now: () => number },
): RateLimits {
  let askFrom = 0;
  const maySay = seldom(QUIET, now);
  const skip = (name: RatePolicy['name']): undefined => {
    metrics.rateLimitsSkipped.inc({ policy: name });
  };
  const pause = (err: unknown): void => {
    askFrom = now() + PAUSE;
    if (maySay()) logger.warn({ err }, 'requests cannot be counted against their limits, and are let through');
  };
  return {
    take({ name, key, limit }, points) {
      const tell = (taken: Taken): CountedPolicy => {
        if (!taken.allowed) metrics.rateLimited.inc({ policy: name });
        return { name, limit, ...taken };
      };
      const window = `${name}:${key}`;
      if (now() < askFrom) {
        const known = counter.takeKnown(window, points);
        return known === undefined ? skip(name) : tell(known);
      }
      const taken = counter.take(window, limit, points);
      if (!(taken instanceof Promise)) return tell(taken);
      return taken.then(tell, (err: unknown) => {
        pause(err);
        return skip(name);
      });
    },
  };
}
