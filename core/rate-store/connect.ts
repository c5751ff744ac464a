import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import { PooledClient } from '../database/client.ts';
import type { QueueConfig } from '../queue/connect.ts';
import { redisPrefixOf } from '../store-namespace.ts';
import { within } from '../within.ts';

/** No request waits longer for being counted, in seconds. */
const PATIENCE = 0.05;

/** Seconds after which what nobody waits for any more is given up. */
const CONNECT_TIMEOUT = 2;
const QUERY_TIMEOUT = 1;

/** Seconds of a window, which begins with the first point in it. */
export const RATE_WINDOW = 60;

/** The store counts, and whoever asks compares: limits differ from key to key. */
const COUNTING = { points: Number.MAX_SAFE_INTEGER, duration: RATE_WINDOW };

/** What was counted in a window, this time included, and the milliseconds until it ends. */
export interface Counted {
  points: number;
  msLeft: number;
}

/** Counts that all replicas share. */
export interface RateStore {
  /**
   * Opens the connection, so that the first count need not wait for it. Resolves in a few seconds also when the store does not
   * answer: then nothing can be counted for now.
   */
  warmUp(): Promise<void>;
  /** Counts points under a key. Rejects soon when the store does not answer. */
  count(key: string, points: number): Promise<Counted>;
  close(): Promise<void>;
}

/**
 * Opens the store: in the queue's Redis when its URL is given, else in a table of Postgres that no crash is to survive.
 *
 * @param patience seconds after which the store is taken for one that is down
 */
export function connectRateStore(
  { redisUrl, databaseUrl, storeNamespace }: QueueConfig,
  logger: Logger,
  patience: number = PATIENCE,
): RateStore {
  const counting = { ...COUNTING, keyPrefix: `${redisPrefixOf(storeNamespace)}:rate` };
  const { limiter, close } =
    redisUrl === undefined ? inPostgres(databaseUrl, counting, logger) : inRedis(redisUrl, counting, logger);
  return {
    async warmUp() {
      await within(CONNECT_TIMEOUT, limiter.get('start')).catch((err: unknown) =>
        logger.warn({ err }, 'requests cannot be counted against their limits yet'),
      );
    },
    async count(key, points) {
      const counted = await within(patience, limiter.consume(key, points));
      return { points: counted.consumedPoints, msLeft: counted.msBeforeNext };
    },
    close,
  };
}

type Counting = typeof COUNTING & { keyPrefix: string };

function inRedis(url: string, counting: Counting, logger: Logger) {
  const client = new Redis(url, { maxRetriesPerRequest: 0 });
  // The connection is tried again and again; who wants to count is told each time.
  client.on('error', (err) => logger.debug({ err }, 'rate store error'));
  const limiter = new RateLimiterRedis({ ...counting, storeClient: client });
  return { limiter, close: async () => client.disconnect() };
}

function inPostgres(connectionString: string, counting: Counting, logger: Logger) {
  // Its own: requests that are at work must not keep others from being counted.
  const pool = new Pool({
    connectionString,
    Client: PooledClient,
    max: 2,
    connectionTimeoutMillis: CONNECT_TIMEOUT * 1000,
    query_timeout: QUERY_TIMEOUT * 1000,
    keepAlive: true,
  });
  pool.on('error', (err) => logger.debug({ err }, 'rate store error'));
  const limiter = new RateLimiterPostgres({
    ...counting,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
  });
  return { limiter, close: () => pool.end() };
}
