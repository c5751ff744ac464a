import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Run } from '../scenario.ts';
import { type Site, startSite } from './site.ts';
import { steadyLoad } from './steady-load.ts';

/** Breaks something of a site a few times while renders are asked for. `broken` says what, after how often. */
export async function breakUnderLoad(
  { thorough, redisDatabase }: Run,
  broken: string,
  breakIt: (site: Site) => Promise<void>,
): Promise<Outcome> {
  await using site = await startSite({ redisDatabase });
  const times = thorough ? 5 : 2;
  const load = await steadyLoad(site);
  for (let time = 0; time < times; time += 1) {
    await sleep(2000);
    await breakIt(site);
  }
  await sleep(1000);
  await load.stop();
  return { broken: `${times} ${broken}`, ...(await site.ledger.check()) };
}
