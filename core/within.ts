/** Work did not end in the time that it was given. */
export class TimedOut extends Error {
  constructor(seconds: number) {
    super(`no answer in ${seconds} s`);
    this.name = 'TimedOut';
  }
}

/** Seconds after which a part that a probe asks is taken for one that cannot serve. */
export const PROBE_LIMIT = 2;

/**
 * The outcome of work that may take so many seconds, those not counted in which this process stood still. Work that takes
 * longer goes on, and nobody hears of it.
 *
 * @throws TimedOut
 */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const due = performance.now() + seconds * 1000;
    timer = setTimeout(() => {
      // By as much as this is late the process stood still, and what was answered meanwhile it has not read yet.
      timer = setTimeout(() => reject(new TimedOut(seconds)), Math.max(0, performance.now() - due));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
