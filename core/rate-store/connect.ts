import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { PooledClient } from '../database/client.ts';
import type { Database } from '../database/schema.ts';
import { inOurSession } from '../database/session-options.ts';
import type { QueueConfig } from '../queue/connect.ts';
import { findReasons, leavesUseless } from '../queue/redis-server.ts';
import { redisPrefixOf } from '../store-namespace.ts';
import { within } from '../within.ts';

/** No request waits longer for being counted, in seconds. */
const PATIENCE = 0.05;

/** Seconds after which what nobody waits for any more is given up. */
const CONNECT_TIMEOUT = 2;
const QUERY_TIMEOUT = 1;

/** Connections to Postgres. */
const CONNECTIONS = 2;

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
   * Opens the connections, so that no count need wait for one. Resolves in a few seconds also when the store does not
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
  const keyPrefix = `${redisPrefixOf(storeNamespace)}:rate`;
  const store =
    redisUrl === undefined ? inPostgres(databaseUrl, keyPrefix, logger) : inRedis(redisUrl, keyPrefix, logger);
  return {
    async warmUp() {
      await within(CONNECT_TIMEOUT, store.warmUp()).catch((err: unknown) =>
        logger.warn({ err }, 'requests cannot be counted against their limits yet'),
      );
    },
    count: (key, points) => within(patience, store.count(key, points)),
    close: store.close,
  };
}

function inRedis(url: string, keyPrefix: string, logger: Logger) {
  const client = new Redis(url, { maxRetriesPerRequest: 0, ...leavesUseless(CONNECT_TIMEOUT) });
  // The connection is tried again and again; who wants to count is told each time.
  client.on('error', (err) => logger.debug({ err }, 'rate store error'));
  const reasonOf = findReasons(client);
  const giveReason = (error: unknown) => {
    throw reasonOf(error);
  };
  const limiter = new RateLimiterRedis({ ...COUNTING, keyPrefix, storeClient: client });
  const count = async (key: string, points: number): Promise<Counted> => {
    const { consumedPoints, msBeforeNext } = await limiter.consume(key, points).catch(giveReason);
    return { points: consumedPoints, msLeft: msBeforeNext };
  };
  const warmUp = (): Promise<unknown> => limiter.get('start').catch(giveReason);
  return { count, warmUp, close: async () => client.disconnect() };
}

function inPostgres(databaseUrl: string, keyPrefix: string, logger: Logger) {
  // Its own: requests that are at work must not keep others from being counted.
  const pool = new Pool({
    connectionString: inOurSession(databaseUrl),
    Client: PooledClient,
    max: CONNECTIONS,
    // Whoever comes after a pause would wait for another one, and often not be counted.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_TIMEOUT * 1000,
    query_timeout: QUERY_TIMEOUT * 1000,
    keepAlive: true,
  });
  pool.on('error', (err) => logger.debug({ err }, 'rate store error'));
  const count = async (key: string, points: number): Promise<Counted> => {
    const { rows } = await pool.query<Counted>(COUNT, [`${keyPrefix}:${key}`, points, RATE_WINDOW * 1000]);
    const [counted] = rows;
    if (counted === undefined) throw new Error('nothing was counted');
    return counted;
  };
  const warmUp = (): Promise<unknown> => Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query('select')));
  return { count, warmUp, close: () => pool.end() };
}

/**
 * Counts in the window that is open, or begins one. By the database's clock: else replicas whose clocks are apart would end
 * each other's windows, or keep to those of others for too long. What is left is reckoned last, as it may have waited for another
 * count, which began the window.
 */
const COUNT = `
  with clock as (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now)
  insert into rate_limits as counted (key, points, expire) select $1, $2, now + $3 from clock
  on conflict (key) do update set
    points = excluded.points + case when counted.expire > excluded.expire - $3 then counted.points else 0 end,
    expire = case when counted.expire > excluded.expire - $3 then counted.expire else excluded.expire end
  returning points, (expire - floor(extract(epoch from clock_timestamp()) * 1000))::float8 as "msLeft"`;

/** Forgets the windows that have ended: their keys name tenants and API keys. Redis does so by itself. */
export async function forgetEndedWindows(db: Database): Promise<void> {
  await sql`delete from rate_limits where expire <= extract(epoch from now()) * 1000`.execute(db);
}
