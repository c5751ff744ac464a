import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from './postgres.ts';
import { messageOf } from './start-error.ts';

const RETRY_MILLISECONDS = 1000;

/**
 * Starts our own Postgres and keeps it running: one whose process is killed comes back at the same address,
 * so the programs find it again.
 */
export async function keepPostgres(
  dataFolder: string,
  log: (line: string) => void,
): Promise<AsyncDisposable & { url: string }> {
  let postgres = await startPostgres({ dataFolder, log });
  const { url } = postgres;
  const port = Number(new URL(url).port);
  const stopping = new AbortController();
  const { signal } = stopping;

  const keep = async () => {
    for (;;) {
      await postgres.ended;
      if (signal.aborted) return;
      log('The database ended and is started again');
      await sleep(RETRY_MILLISECONDS, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        postgres = await startPostgres({ dataFolder, log, port });
        // The stop may have been asked for in the meantime.
        if (signal.aborted) return await postgres.stop();
      } catch (error) {
        log(messageOf(error));
      }
    }
  };
  const kept = keep();
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await postgres.stop();
      await kept;
    },
  };
}
