import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@logomorph/core/database/schema.ts';
import { workOf } from './database.ts';
import type { Footprint } from './footprint.ts';
import { objectsIn } from './objects.ts';
import { cpuOfTree } from './processes.ts';
import { workOfRedis } from './redis.ts';

/** What is looked at. */
export interface Site {
  db: Database;
  folder: string;
  service: number;
  worker: number;
  redisUrl: string | undefined;
}

/** All that was taken so far, by the names of a footprint. */
export type Taken = Omit<Footprint, 'logo' | 'recipe' | 'wall'>;

/** Milliseconds in which those who are at rest tell of what they did. */
const SETTLE = 3000;

/** Looks, once all are at rest, what each part has taken since it started. */
export async function look({ db, folder, service, worker, redisUrl }: Site): Promise<Taken> {
  await delay(SETTLE);
  const postgres = await workOf(db);
  const objects = await objectsIn(join(folder, 'objects'));
  const redis = redisUrl === undefined ? { commands: 0, traffic: 0, cpu: 0 } : await workOfRedis(redisUrl);
  return {
    workerCpu: await cpuOfTree(worker),
    apiCpu: await cpuOfTree(service),
    postgresCpu: postgres.cpu,
    commits: postgres.commits,
    walBytes: postgres.wal,
    rowBytes: postgres.size,
    objects: objects.files,
    objectBytes: objects.bytes,
    redisCommands: redis.commands,
    redisBytes: redis.traffic,
    redisCpu: redis.cpu,
  };
}

/** What one of `count` has taken between two looks. */
export function each(before: Taken, after: Taken, count: number): Taken {
  const one = (name: keyof Taken) => Number(((after[name] - before[name]) / count).toFixed(2));
  return {
    workerCpu: one('workerCpu'),
    apiCpu: one('apiCpu'),
    postgresCpu: one('postgresCpu'),
    commits: one('commits'),
    walBytes: one('walBytes'),
    rowBytes: one('rowBytes'),
    objects: one('objects'),
    objectBytes: one('objectBytes'),
    redisCommands: one('redisCommands'),
    redisBytes: one('redisBytes'),
    redisCpu: one('redisCpu'),
  };
}
