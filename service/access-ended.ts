import type { Access } from './use-cases/authentication.ts';

/** Milliseconds between two looks; together with the age of what is remembered of a credential less than 5 s. */
const INTERVAL = 500;

/**
 * A signal for what goes on after a request was let in: it aborts once a request with the same key or token would be
 * refused. It looks until `over` aborts.
 */
export function accessEnded({ isLive }: Access, over: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const look = async () => {
    if (!(await isLive())) ended.abort();
  };
  const timer = setInterval(() => {
    if (over.aborted || ended.signal.aborted) clearInterval(timer);
    // While credentials cannot be looked up, neither can what a stream would tell.
    else look().catch(() => {});
  }, INTERVAL);
  return ended.signal;
}
