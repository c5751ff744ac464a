import { LogoMorphError } from './error.ts';

/** Answers after which the same request may go well: too late, too many, and faults of a server or proxy. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

const FIRST_DELAY = 500;
const LONGEST_DELAY = 8000;

/** Longer waits than this, in seconds, are for the caller to decide on: a quota of the day comes back at midnight. */
const LONGEST_RETRY_AFTER = 60;

export interface Retrying {
  /** How often something that failed is tried again. */
  retries: number;
  signal?: AbortSignal | undefined;
}

/**
 * Does something until it goes well, fails for a reason that stays, or has been tried again often enough.
 *
 * @param prepare gives what is to be tried, before each try; what it throws itself stays
 */
export async function retrying<T>(prepare: () => Promise<() => Promise<T>>, { retries, signal }: Retrying): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    signal?.throwIfAborted();
    const attempt = await prepare();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (failures >= retries || !isPassing(error)) throw error;
      const retryAfter = error instanceof LogoMorphError ? error.retryAfter : undefined;
      await sleep(delayBefore(failures, retryAfter, Math.random()), signal);
    }
  }
}

/** Whether a failure may be over at the next try. */
export function isPassing(error: unknown): boolean {
  if (error instanceof LogoMorphError) {
    if ((error.retryAfter ?? 0) > LONGEST_RETRY_AFTER) return false;
    return PASSING.has(error.status) || error.code === 'idempotency-key-in-use';
  }
  // What fetch and the reading of a body throw when there is no connection, and what ends an attempt over its time.
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}

/**
 * Milliseconds before the next try: they double, are spread at random so that clients do not come back together, and are never
 * fewer than the API asked for.
 */
export function delayBefore(failures: number, retryAfter: number | undefined, random: number): number {
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures);
  const spread = (delay * (1 + random)) / 2;
  return retryAfter === undefined ? spread : retryAfter * 1000 + spread;
}

/** Waits, unless the signal ends it. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
