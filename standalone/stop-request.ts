/** Signals that come this soon after the first belong to it: npm passes on a Ctrl-C that we got already. */
const SAME_PRESS_MILLISECONDS = 700;

/** What a person who wants us to stop has asked for. */
export interface StopRequest {
  readonly asked: boolean;
  /** Settles at the first SIGINT, SIGTERM or SIGHUP. */
  stop: Promise<void>;
  /** Settles at a second one. */
  stopNow: Promise<void>;
}

/** Listens from now on for Ctrl-C, for SIGTERM, and for a terminal that is closed. */
export function listenForStop(): StopRequest {
  const stop = Promise.withResolvers<void>();
  const stopNow = Promise.withResolvers<void>();
  let first: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    first ??= now;
    stop.resolve();
    if (now - first > SAME_PRESS_MILLISECONDS) stopNow.resolve();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return {
    get asked() {
      return first !== undefined;
    },
    stop: stop.promise,
    stopNow: stopNow.promise,
  };
}
