import type { QueueConfig } from '@logomorph/core/queue/connect.ts';
import Type from 'typebox';
import Value from 'typebox/value';

/** How many are asked for at a time, as an API with that many requests would. */
export const AT_ONCE = 8;

const Job = Type.Object({
  count: Type.Integer(),
  databaseUrl: Type.String(),
  objects: Type.String(),
  redisUrl: Type.Union([Type.String(), Type.Null()]),
});

/** What a side is told on its command line: how many jobs, and where the queue and the objects are. */
export function readJob(): { count: number; config: QueueConfig; objects: string } {
  const { count, databaseUrl, redisUrl, objects } = Value.Parse(Job, JSON.parse(process.argv[2] ?? ''));
  return { count, objects, config: { databaseUrl, redisUrl: redisUrl ?? undefined } };
}

/** Jobs as they are done: the first, which warms up, and all. */
export interface Jobs {
  /** Says that one is done. That the queue brings one again, as when this process was held up, is not one more. */
  done(renderId: string): void;
  first: Promise<void>;
  all: Promise<void>;
}

/** Follows `count` jobs and the one before them. */
export function followJobs(count: number): Jobs {
  const first = Promise.withResolvers<void>();
  const all = Promise.withResolvers<void>();
  const done = new Set<string>();
  return {
    done(id) {
      done.add(id);
      if (done.size === 1) first.resolve();
      if (done.size === count + 1) all.resolve();
    },
    first: first.promise,
    all: all.promise,
  };
}

/** What jobs took: milliseconds from the first wish to the last one done, and those of CPU of this process meanwhile. */
export interface Taken {
  milliseconds: number;
  cpu: number;
}

/** Asks for one job and then for `count`, and gives what these took. */
export async function timeJobs(count: number, jobs: Jobs, ask: (at: number) => Promise<unknown>): Promise<Taken> {
  await ask(-1);
  await jobs.first;
  const start = performance.now();
  const before = process.cpuUsage();
  await repeatedly(count, ask);
  await jobs.all;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - start, cpu: (user + system) / 1000 };
}

/** Does something `count` times, some at a time. */
async function repeatedly(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Ends what took the jobs, so that none is left to the next side, and tells the parent what they took. */
export async function tell(taken: Taken, consumer: { close(): Promise<void> }): Promise<void> {
  await consumer.close();
  process.send?.(taken, () => process.exit());
}
