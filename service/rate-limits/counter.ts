import type { Counted } from '@logomorph/core/rate-store/connect.ts';
import { forgetOldest } from '../forget-oldest.ts';

/** How many windows are remembered. One that is forgotten loses the points that were fetched for it. */
const MAX_WINDOWS = 10_000;

/** How much of what is left of a window one fetch may take, so that other replicas find the rest. */
const SHARE = 1 / 50;

/** What became of a wish for points. */
export interface Taken {
  allowed: boolean;
  /** Points left of the limit in this window, as far as this process knows. */
  left: number;
  /** Milliseconds until the window ends. */
  msLeft: number;
}

/** Points of shared windows, taken one by one. */
export interface RateCounter {
  /**
   * Takes points under a key, of which a window has `limit`; none, to see what is left. At once when the store need not be
   * asked; rejects when they cannot be counted.
   */
  take(key: string, limit: number, points: number): Taken | Promise<Taken>;
  /** The same of what this process knows by itself: points that it has fetched, or that none are left. Undefined of all else. */
  takeKnown(key: string, points: number): Taken | undefined;
}

interface Window {
  /** Points that were fetched and not yet taken. */
  fetched: number;
  /** Points that the store had left; undefined before the first fetch. */
  left: number | undefined;
  taken: number;
  waiting: number;
  until: number;
  fetching: Promise<void> | undefined;
}

/**
 * Counts in a store that replicas share, without asking it each time: the more a window is used here, the more points
 * are fetched at once, up to a share of what is left; and once nothing is left nobody asks before the window ends. So a
 * limit is never exceeded, and what other replicas have fetched and not used is less than their share.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createRateCounter(
  count: (key: string, points: number) => Promise<Counted>,
  now: () => number,
): RateCounter {
  const windows = new Map<string, Window>();

  const find = (key: string): Window => {
    const known = windows.get(key);
    if (known !== undefined) return known;
    const window = { fetched: 0, left: undefined, taken: 0, waiting: 0, until: 0, fetching: undefined };
    windows.set(key, window);
    forgetOldest(windows, MAX_WINDOWS);
    return window;
  };

  /** Begins anew when the window has ended; one that is being fetched is begun already. */
  const renew = (window: Window): void => {
    if (window.fetching !== undefined || now() < window.until) return;
    Object.assign(window, { fetched: 0, left: undefined, taken: 0 });
  };

  const fetch = async (key: string, window: Window, limit: number, points: number): Promise<void> => {
    const ahead = Math.min(window.taken, Math.floor((window.left ?? 0) * SHARE));
    const wanted = Math.max(points, Math.min(window.waiting, window.left ?? window.waiting), ahead);
    const asked = now();
    const counted = await count(key, wanted);
    // The store's window may have ended meanwhile, and what was fetched of it with it.
    if (counted.points === wanted) window.fetched = 0;
    window.fetched += Math.min(wanted, Math.max(0, limit - counted.points + wanted));
    window.left = Math.max(0, limit - counted.points);
    window.until = asked + counted.msLeft;
  };

  /** Undefined when that takes a fetch. */
  const takeFetched = (window: Window, points: number): Taken | undefined => {
    const answer = (allowed: boolean): Taken => ({
      allowed,
      left: window.fetched + (window.left ?? 0),
      msLeft: Math.max(0, window.until - now()),
    });
    renew(window);
    if (window.fetched >= points && (points > 0 || window.left !== undefined)) {
      window.fetched -= points;
      window.taken += points;
      return answer(true);
    }
    return window.left !== undefined && window.fetched + window.left < points ? answer(false) : undefined;
  };

  const fetchAndTake = async (key: string, window: Window, limit: number, points: number): Promise<Taken> => {
    window.waiting += points;
    try {
      for (;;) {
        window.fetching ??= fetch(key, window, limit, points).finally(() => {
          window.fetching = undefined;
        });
        await window.fetching;
        const taken = takeFetched(window, points);
        if (taken !== undefined) return taken;
      }
    } finally {
      window.waiting -= points;
    }
  };

  return {
    take(key, limit, points) {
      const window = find(key);
      return takeFetched(window, points) ?? fetchAndTake(key, window, limit, points);
    },
    takeKnown(key, points) {
      const window = windows.get(key);
      return window && takeFetched(window, points);
    },
  };
}
