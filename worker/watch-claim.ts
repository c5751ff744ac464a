import type { Database } from '@logomorph/core/database/schema.ts';
import type { Claim } from './claim-render.ts';
import { isClaimed, Superseded } from './renders.ts';

/** Seconds between looks at the render. Together with what its process gets to stop, it is well below one. */
const POLL = 0.25;

/**
 * Watches a render that was just taken while it is made: `lost` is aborted once it is canceled or another worker has taken
 * it. Most are made before there is a look at them. Nobody notifies workers: each notification would wake every one of them.
 */
export function watchClaim(db: Database, claim: Claim): Disposable & { lost: AbortSignal } {
  const lost = new AbortController();
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    // A database that does not answer takes no render away.
    const isOurs = await isClaimed(db, claim).catch(() => true);
    looking = false;
    if (!isOurs) lost.abort(new Superseded(claim.renderId));
  };
  const timer = setInterval(look, POLL * 1000);
  return { lost: lost.signal, [Symbol.dispose]: () => clearInterval(timer) };
}
