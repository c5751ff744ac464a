import type { Readiness } from '@logomorph/contract/health.ts';
import { Unfit } from '@logomorph/core/unfit.ts';
import { PROBE_LIMIT, TimedOut, within } from '@logomorph/core/within.ts';

type Checks = Readiness['checks'];

/**
 * Asks all parts at once whether they can serve, and times each. The answer is for anybody, so of the parts' own
 * reasons it gives those alone that are meant for it; `report` gets all.
 */
export async function checkParts(
  parts: { [Part in keyof Checks]: () => Promise<unknown> },
  report: (part: keyof Checks, error: unknown) => void,
): Promise<Checks> {
  const [postgres, queue, objectStore] = await Promise.all([
    timed(parts.postgres, (error) => report('postgres', error)),
    timed(parts.queue, (error) => report('queue', error)),
    timed(parts.objectStore, (error) => report('objectStore', error)),
  ]);
  return { postgres, queue, objectStore };
}

async function timed(check: () => Promise<unknown>, report: (error: unknown) => void): Promise<Checks['postgres']> {
  const start = performance.now();
  const detail = await within(PROBE_LIMIT, check()).then(
    () => undefined,
    (error: unknown) => {
      report(error);
      return error instanceof TimedOut || error instanceof Unfit ? error.message : 'it cannot be reached or used';
    },
  );
  const ms = Math.round((performance.now() - start) * 10) / 10;
  return detail === undefined ? { ok: true, ms } : { ok: false, ms, detail };
}
