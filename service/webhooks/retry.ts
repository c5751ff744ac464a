const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * The longest waits, in seconds, after the first failure, the second and so on. Each is waited for up to its whole length
 * (full jitter), so that the receivers of one outage are not all called at once: 5 s, 5 min, 30 min, 2 h, 5 h and
 * 10 h in the mean, which is about a day with bad luck.
 */
const LONGEST = [10, 10 * MINUTE, HOUR, 4 * HOUR, 10 * HOUR, 20 * HOUR];

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
  const longest = LONGEST[failures - 1];
  return longest === undefined ? undefined : Math.max(random * longest, Math.min(retryAfter, LONGEST_PUT_OFF));
}

/** The seconds that a header `Retry-After` asks for (RFC 9110, 10.2.3); 0 when it asks for nothing that can be read. */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number {
  if (typeof header !== 'string') return 0;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
