import { forgetOldest } from '../forget-oldest.ts';

/** Milliseconds over which failures are counted. */
const WINDOW = 60_000;

/** How many addresses are remembered; with more, the one that failed first is forgotten. */
export const MAX_ADDRESSES = 10_000;

/** Addresses that sent keys which were none, so that guessing costs no look into the database. */
interface FailedKeys {
  /** Milliseconds for which no key is taken from an address; 0 when it may try. */
  msToWait(address: string): number;
  note(address: string): void;
}

/**
 * Counts in this process alone, for what it guards is what this process does.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createFailedKeys(limit: number, now: () => number): FailedKeys {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    msToWait(address) {
      const found = failures.get(placeOf(address));
      return found === undefined || found.count < limit ? 0 : Math.max(0, found.until - now());
    },
    note(address) {
      const place = placeOf(address);
      const found = failures.get(place);
      if (found !== undefined && now() < found.until) {
        found.count += 1;
        return;
      }
      failures.delete(place);
      failures.set(place, { count: 1, until: now() + WINDOW });
      forgetOldest(failures, MAX_ADDRESSES);
    },
  };
}

/** An IPv4 address, or the /64 of an IPv6 address, which is what one subscriber has (RFC 6177). */
function placeOf(address: string): string {
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [front = [], back = []] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
