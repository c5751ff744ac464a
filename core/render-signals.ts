import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PooledClient } from './database/client.ts';
import { inOurSession } from './database/session-options.ts';

/** Tells those who wait that something happened to a render, wherever it happened. */
export interface RenderSignals {
  /** Resolves when the render is named, after `seconds`, or when aborted. */
  wait(renderId: string, seconds: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Seconds before a broken connection is tried again. While there is none, waits end by their time alone. */
const RECONNECT = 1;

/**
 * Seconds between looks whether Postgres is there and still the primary, and that it has to answer. One that goes without a
 * word, as with its machine, would be listened to for hours.
 */
const HEARTBEAT = 10;

/**
 * Listens on the channel of Postgres that carries the id of a render when it has a new event, on one connection for all who
 * wait in this process.
 *
 * @param onNamed called with each render that is named
 */
export function listenForRenders(
  databaseUrl: string,
  logger: Logger,
  onNamed: (renderId: string) => void = () => {},
  heartbeat: number = HEARTBEAT,
): RenderSignals {
  const waiting = new Map<string, Set<() => void>>();
  const closing = new AbortController();
  let client: PooledClient | undefined;

  const listenOnce = async () => {
    client = new PooledClient({
      connectionString: inOurSession(databaseUrl),
      connectionTimeoutMillis: 5000,
      query_timeout: heartbeat * 1000,
    });
    const broken = new Promise<void>((_, reject) => {
      client?.on('error', reject);
      client?.on('end', () => reject(new Error('the connection ended')));
    });
    // It may break while nobody waits for it any more: the connecting fails first, then the connection ends.
    broken.catch(() => {});
    client.on('notification', ({ payload = '' }) => {
      for (const wake of waiting.get(payload) ?? []) wake();
      onNamed(payload);
    });
    await Promise.race([client.connect().then(() => client?.query('listen render_events')), broken]);
    await Promise.race([askAgainAndAgain(client), broken]);
  };
  const askAgainAndAgain = async (listener: PooledClient) => {
    for (;;) {
      await sleep(heartbeat * 1000, undefined, { signal: closing.signal });
      await listener.query('select 1');
    }
  };

  const listening = (async () => {
    while (!closing.signal.aborted) {
      await listenOnce().catch((error: unknown) => {
        if (!closing.signal.aborted) logger.warn({ err: error }, 'renders are polled for until Postgres is back');
      });
      await client?.end().catch(() => {});
      await sleep(RECONNECT * 1000, undefined, { signal: closing.signal }).catch(() => {});
    }
  })();

  return {
    wait(renderId, seconds, signal) {
      return new Promise<void>((resolve) => {
        const wakers = waiting.get(renderId) ?? new Set();
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          wakers.delete(wake);
          if (wakers.size === 0) waiting.delete(renderId);
          resolve();
        };
        const timer = setTimeout(wake, seconds * 1000);
        waiting.set(renderId, wakers.add(wake));
        if (signal.aborted) wake();
        else signal.addEventListener('abort', wake);
      });
    },
    async close() {
      closing.abort();
      await client?.end().catch(() => {});
      await listening;
    },
  };
}
