const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * The shortest waits, in seconds, after the first failure, the second and so on: a day and half an hour in all, so that an
 * outage of a day is outlasted by every delivery.
 */
const SHORTEST = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR, 8 * HOUR, 10 * HOUR];

/** How much longer than the shortest a wait may be, so that the receivers of one outage are not all called at once. */
const SPREAD = 0.5;

/** The longest that a receiver may put us off, in seconds. */
const LONGEST_PUT_OFF = 24 * HOUR;

/**
 * How many seconds to wait after a failure; undefined when it was the last one.
 *
 * @param failures how many there have been, 1 after the first
 * @param retryAfter seconds that the receiver asked for, which are waited at least
 * @param random from 0 to 1
 */
export function retryDelay(failures: number, retryAfter: number, random: number): number | undefined {
  const shortest = SHORTEST[failures - 1];
  if (shortest === undefined) return undefined;
  return Math.max(shortest * (1 + SPREAD * random), Math.min(retryAfter, LONGEST_PUT_OFF));
}

/** The seconds that a header `Retry-After` asks for (RFC 9110, 10.2.3); 0 when it asks for nothing that can be read. */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number {
  if (typeof header !== 'string') return 0;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
