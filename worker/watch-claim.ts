import type { Database } from '@logomorph/core/database/schema.ts';
import type { RenderSignals } from '@logomorph/core/render-signals.ts';
import type { Claim } from './claim-render.ts';
import { isClaimed, Superseded } from './renders.ts';

/** Seconds between looks at the render, for those times when Postgres' notifications do not come through. */
const POLL = 0.5;

/**
 * Watches a render that was just taken while it is made: `lost` is aborted once it is canceled or another worker has taken
 * it. Most are made before there is a look at them.
 */
export function watchClaim(
  { db, cancellations }: { db: Database; cancellations: RenderSignals },
  claim: Claim,
): Disposable & { lost: AbortSignal } {
  const lost = new AbortController();
  const over = new AbortController();
  const wait = () => cancellations.wait(claim.renderId, POLL, over.signal);
  const watch = async () => {
    for (let woken = wait(); ; ) {
      await woken;
      if (over.signal.aborted) return;
      // Asked for before looking, so that what happens in between is not slept over.
      woken = wait();
      // A database that does not answer takes no render away.
      const isOurs = await isClaimed(db, claim).catch(() => true);
      if (!isOurs) return lost.abort(new Superseded(claim.renderId));
    }
  };
  watch();
  return { lost: lost.signal, [Symbol.dispose]: () => over.abort() };
}
