import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@logomorph/core/database/schema.ts';
import { workOf } from './database.ts';
import { type Taken, takenBy } from './footprint.ts';
import { objectsOf } from './objects.ts';
import { cpuOfTree } from './processes.ts';
import { workOfRedis } from './redis.ts';

/** What is looked at. */
export interface Site {
  db: Database;
  tenantId: string;
  /** Where the objects are. */
  objectFolder: string;
  service: number;
  worker: number;
  redisUrl: string | undefined;
}

/** Milliseconds in which those who are at rest tell of what they did. */
const SETTLE = 3000;

/** Looks, once all are at rest, what each part has taken since it started. */
export async function look({ db, tenantId, objectFolder, service, worker, redisUrl }: Site): Promise<Taken> {
  await sleep(SETTLE);
  const postgres = await workOf(db);
  const objects = await objectsOf(tenantId, objectFolder);
  const redis = redisUrl === undefined ? { commands: 0, traffic: 0, cpu: 0 } : await workOfRedis(redisUrl);
  return {
    workerCpu: await cpuOfTree(worker),
    apiCpu: await cpuOfTree(service),
    postgresCpu: postgres.cpu,
    commits: postgres.commits,
    walBytes: postgres.wal,
    rowBytes: postgres.size,
    objects: objects.count,
    objectBytes: objects.bytes,
    redisCommands: redis.commands,
    redisBytes: redis.traffic,
    redisCpu: redis.cpu,
  };
}

/** What one of `count` has taken between two looks. */
export function each(before: Taken, after: Taken, count: number): Taken {
  return takenBy((name) => Number(((after[name] - before[name]) / count).toFixed(2)));
}
