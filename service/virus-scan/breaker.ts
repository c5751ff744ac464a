import { ScanFailed } from './scan-failed.ts';

/** So many scans in a row that have no answer in time are taken for a scanner that hangs. */
export const TIMEOUTS = 3;

/** Milliseconds for which it is not asked then. */
export const PAUSE = 10_000;

/** Runs a scan, or refuses it at once. */
type Breaker = <Result>(scan: () => Promise<Result>) => Promise<Result>;

/**
 * Lets nobody wait for a scanner that hangs: after some timeouts in a row it is not asked for a while, and then by one scan
 * alone, which finds out whether it answers again.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createBreaker(now: () => number): Breaker {
  let timeouts = 0;
  let askFrom = 0;
  return async (scan) => {
    if (timeouts >= TIMEOUTS) {
      if (now() < askFrom) throw new ScanFailed('paused', 'the scanner hangs, and is asked again in a while');
      // Until this one has found out; it has a time of its own.
      askFrom = Number.POSITIVE_INFINITY;
    }
    try {
      const result = await scan();
      timeouts = 0;
      return result;
    } catch (error) {
      timeouts = error instanceof ScanFailed && error.failure === 'timeout' ? timeouts + 1 : 0;
      askFrom = now() + PAUSE;
      throw error;
    }
  };
}
