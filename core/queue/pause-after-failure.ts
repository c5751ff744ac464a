import { setTimeout as sleep } from 'node:timers/promises';

/** What of a backend of BullMQ takes the next job. */
interface TakesJobs {
  moveToActive(token: string, name?: string): Promise<unknown[]>;
}

/**
 * Lets a worker pause for so many seconds after a job could not be taken. By itself BullMQ does so when it cannot connect, and
 * after all other failures asks again at once, for as long as they last.
 */
export function pauseAfterFailure(backend: TakesJobs, seconds: number): void {
  const take = backend.moveToActive;
  backend.moveToActive = async (...asked) => {
    try {
      return await take.apply(backend, asked);
    } catch (error) {
      await sleep(seconds * 1000, undefined, { ref: false });
      throw error;
    }
  };
}
