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
  /** Says that one more is done. */
  done(): void;
  first: Promise<void>;
  all: Promise<void>;
}

/** Follows `count` jobs and the one before them. */
export function followJobs(count: number): Jobs {
  const first = Promise.withResolvers<void>();
  const all = Promise.withResolvers<void>();
  let done = 0;
  return {
    done() {
      done += 1;
      if (done === 1) first.resolve();
      if (done === count + 1) all.resolve();
    },
    first: first.promise,
    all: all.promise,
  };
}

/** Asks for one job and then for `count`, and gives the milliseconds from the first of those to the last one done. */
export async function timeJobs(count: number, jobs: Jobs, ask: (at: number) => Promise<unknown>): Promise<number> {
  await ask(-1);
  await jobs.first;
  const start = performance.now();
  await repeatedly(count, ask);
  await jobs.all;
  return performance.now() - start;
}

/** Does something `count` times, some at a time. */
async function repeatedly(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Tells the parent how many milliseconds it took from the first wish to the last job done. */
export function tell(milliseconds: number): void {
  process.send?.({ milliseconds }, () => process.exit());
}
