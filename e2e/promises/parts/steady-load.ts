import { setTimeout as sleep } from 'node:timers/promises';
import { LOGOS } from '../../harness/logos.ts';
import type { Site } from './site.ts';

/** Renders that are asked for one after the other, until it is stopped. */
interface SteadyLoad {
  /** Resolves when all that was asked for is accepted. */
  stop: () => Promise<void>;
}

/** Begins to ask for renders, each another one, as long as something is broken. */
export async function steadyLoad({ ledger }: Pick<Site, 'ledger'>, milliseconds = 150): Promise<SteadyLoad> {
  const logoId = await ledger.upload(await LOGOS['an SVG icon']());
  const accepted: Promise<string>[] = [];
  const stopped = new AbortController();
  const asking = (async () => {
    while (!stopped.signal.aborted) {
      const width = 16 + accepted.length;
      accepted.push(ledger.submit(logoId, { type: 'variant', width }));
      await sleep(milliseconds);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await asking;
      await Promise.all(accepted);
    },
  };
}
