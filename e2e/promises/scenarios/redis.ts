import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { breakUnderLoad } from '../parts/break-under-load.ts';
import { noRedis, type Site } from '../parts/site.ts';
import type { Scenario } from '../scenario.ts';

/** How long Redis is away, in milliseconds. */
const AWAY = 3000;

function breakingRedis(name: string, broken: string, breakIt: (site: Site) => Promise<void>): Scenario {
  return { name, skip: noRedis, run: (run) => breakUnderLoad(run, broken, breakIt) };
}

/** Redis ends all connections, is away, and is back with all it had. */
export const redisRestart = breakingRedis('redis-restart', 'restarts', async ({ redis }) => {
  await redis?.cut();
  await sleep(AWAY);
  await redis?.restore();
});

/** Redis loses everything: what is waiting, what is being done, and who holds which lock. */
export const redisFlush = breakingRedis('redis-flushall', 'times emptied', async ({ env }) => {
  // Of this run's database alone, for others may use the server.
  const redis = new Redis(env.REDIS_URL ?? '');
  await redis.flushdb();
  await redis.quit();
});
