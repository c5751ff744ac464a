import { Redis } from 'ioredis';
import { Unfit } from '../unfit.ts';
import { findReasons } from './redis-server.ts';

/** What is answered where there is no such database; a Redis Cluster has the first one alone. */
const NO_DATABASE = /DB index is out of range|not allowed in cluster mode/;

/**
 * Looks whether a Redis has the database whose number is in its URL. Clients that are told otherwise say so once and go on in
 * the first one, among what is not ours.
 *
 * @throws Unfit when it has not; anything else when it cannot be reached, or does not let us in
 */
export async function requireRedisDatabase(url: string): Promise<void> {
  const number = new URL(url).pathname.slice(1);
  if (number === '') return;
  const missing = new Unfit(`its Redis has no database ${number}`);
  if (!/^\d+$/.test(number)) throw missing;
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  const reasonOf = findReasons(redis);
  try {
    await redis.call('SELECT', number);
  } catch (error) {
    throw error instanceof Error && NO_DATABASE.test(error.message) ? missing : reasonOf(error);
  } finally {
    redis.disconnect();
  }
}
