import type { Readiness } from '@logomorph/contract/health.ts';

type Checks = Readiness['checks'];

/** Seconds after which a part that does not answer is taken for one that cannot. */
const LIMIT = 2;

/** Asks all parts at once whether they can serve, and times each. A reason is told without addresses or names. */
export async function checkParts(parts: { [Part in keyof Checks]: () => Promise<unknown> }): Promise<Checks> {
  const [postgres, queue, objectStore] = await Promise.all([
    timed(parts.postgres),
    timed(parts.queue),
    timed(parts.objectStore),
  ]);
  return { postgres, queue, objectStore };
}

async function timed(check: () => Promise<unknown>): Promise<Checks['postgres']> {
  const start = performance.now();
  const detail = await within(LIMIT, check()).then(
    () => undefined,
    (error: unknown) => (error instanceof TimedOut ? error.message : 'it cannot be reached or used'),
  );
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return detail === undefined ? { ok: true, ms } : { ok: false, ms, detail };
}

class TimedOut extends Error {}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no answer in ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
