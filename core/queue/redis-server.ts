import type { Redis, RedisOptions } from 'ioredis';
import { Unfit } from '../unfit.ts';

/** What is used of a connection to Redis, which BullMQ and ioredis have in common. */
interface RedisClient {
  info(): Promise<string>;
  disconnect(reconnect: boolean): void;
}

/**
 * Whether a Redis refused something as it is a replica, or on the way to be one, where it may have to load all first. Older ones
 * say that they are in the midst of what they say of a script.
 */
export function takesNoWrites(error: Error): boolean {
  return /\bREADONLY\b|^(LOADING|MASTERDOWN)\b/.test(error.message);
}

/**
 * Options of a connection that is left for a new one when its server is the primary no more, as after a failover, and when it
 * has not answered for so many seconds, as one that is gone without a word.
 */
export function leavesUseless(seconds: number): Pick<RedisOptions, 'socketTimeout' | 'reconnectOnError'> {
  return { socketTimeout: seconds * 1000, reconnectOnError: takesNoWrites };
}

/**
 * Looks whether a Redis may be used for jobs. By INFO, since many that run a Redis for others do not let them ask for its settings.
 *
 * @throws Unfit when it is a replica, or throws jobs away when it is full
 */
export async function requireFitRedis(client: RedisClient): Promise<void> {
  const info = await client.info();
  if (/^role:slave/m.test(info)) {
    client.disconnect(true);
    throw new Unfit('its Redis takes no jobs: it is a replica, or no primary any more');
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  throw new Unfit(`its Redis has maxmemory-policy ${policy} and may lose jobs; it must be noeviction`);
}

/**
 * Gives what finds the reason for which a call of the client failed: ioredis tells the call only that it has given up, and its
 * listeners why.
 */
export function findReasons(client: Redis): (error: unknown) => unknown {
  let reason: Error | undefined;
  client.on('error', (error) => {
    reason = error;
  });
  return (error) => (error instanceof Error && error.name === 'MaxRetriesPerRequestError' ? (reason ?? error) : error);
}
