import type { KeyCache } from './key-cache.ts';

/** Milliseconds between two looks; together with the age of what is remembered of a key less than 5 s. */
const INTERVAL = 500;

/**
 * A signal for what goes on after a request was let in: it aborts once a request with the same key would be refused. It
 * looks until `over` aborts.
 */
export function keyEnded(keys: KeyCache, prefix: string, over: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const look = async () => {
    if ((await keys.find(prefix)) === undefined) ended.abort();
  };
  const timer = setInterval(() => {
    if (over.aborted || ended.signal.aborted) clearInterval(timer);
    // While keys cannot be read, neither can what a stream would tell.
    else look().catch(() => {});
  }, INTERVAL);
  return ended.signal;
}
