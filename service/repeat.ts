import type { Logger } from 'pino';

/** A task that runs again and again: soon after it is woken, and at the latest after a while. */
export interface Repeating {
  wake(): void;
  /** Resolves when the run that may be under way is over; there is none after it. */
  stop(): Promise<void>;
}

/** Runs a task every `seconds`, and at once when woken; a failure is logged and the next run tries again. */
export function repeat(task: () => Promise<unknown>, seconds: number, logger: Logger, name: string): Repeating {
  let wake = () => {};
  let stopped = false;
  let woken = true;
  const run = async () => {
    while (!stopped) {
      woken = false;
      await task().catch((error: unknown) => logger.warn({ err: error }, `${name} failed; it will run again`));
      if (woken || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  const wakeUp = () => {
    woken = true;
    wake();
  };
  return {
    wake: wakeUp,
    stop() {
      stopped = true;
      wakeUp();
      return running;
    },
  };
}

/**
 * Does tasks one after the other, also when some of them fail.
 *
 * @throws the first failure, when all had their turn
 */
export async function inTurn(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const task of tasks) await task().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
