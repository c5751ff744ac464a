import { RATE_WINDOW } from '@logomorph/core/rate-store/connect.ts';
import type { Taken } from './counter.ts';

/** A limit that a request was counted against. */
export interface CountedPolicy extends Taken {
  name: string;
  limit: number;
}

/**
 * The header fields that tell a client of its limits, one item a policy (draft-ietf-httpapi-ratelimit-headers-10, 3 and
 * 4; structured fields of RFC 9651).
 */
export function rateLimitHeaders(policies: readonly CountedPolicy[]): Record<string, string> {
  const policy = policies.map(({ name, limit }) => `"${name}";q=${limit};w=${RATE_WINDOW}`);
  const state = policies.map(({ name, left, msLeft }) => `"${name}";r=${left};t=${seconds(msLeft)}`);
  return { 'ratelimit-policy': policy.join(', '), ratelimit: state.join(', ') };
}

/** Seconds until a time; without one a few, for nobody knows when a render ends. */
export function secondsUntil(time: string | undefined): number {
  return time === undefined ? 5 : Math.max(1, seconds(Date.parse(time) - Date.now()));
}

/** Whole seconds, rounded up: whoever waits so long has waited long enough. */
export function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
