import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import Type from 'typebox';
import { childrenOf } from '../../harness/processes.ts';
import { noSite, type Replica, type Site, startSite } from '../parts/site.ts';
import { steadyLoad } from '../parts/steady-load.ts';
import type { Scenario } from '../scenario.ts';

/** It is in an encoder for a minute, so that what ends it comes in the middle. */
const COSTLY = { type: 'variant', format: 'avif', width: 4096, height: 4096, fit: 'fill', effort: 'high' };

const State = Type.Object({ state: Type.String() });

/** Milliseconds that a new process of renders has to come to the encoder. */
const HEAD_START = 1500;

/** Logos that never end, and that end what renders them: each fails, and no other render does. */
export const poisonLogo: Scenario = {
  name: 'poison-logo',
  skip: noSite,
  async run({ thorough, redisDatabase }) {
    await using site = await startSite({ redisDatabase, env: { RENDER_TIMEOUT_SECONDS: '15' } });
    const { ledger } = site;
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = sharp({ create: { width: 1500, height: 1500, channels: 3, background: '#000', noise } });
    const logoId = await ledger.upload(Buffer.from(await picture.png().toBuffer()));
    const load = await steadyLoad(site, 400);
    await ledger.submit(logoId, COSTLY, 'urn:logomorph:problem:render-timeout');
    const end = async (height: number, whose: (worker: Replica) => Promise<boolean>) => {
      const id = await ledger.submit(logoId, { ...COSTLY, height }, 'urn:logomorph:problem:render-interrupted');
      return endWhoRenders(site, id, whose);
    };
    let kills = await end(4095, killRenderProcess);
    // Five workers that end in it take minutes to be missed.
    if (thorough) kills += await end(4094, killWorker);
    await load.stop();
    return { broken: `1 endless logo, 1 deadly: ${kills} kills`, ...(await ledger.check()) };
  },
};

/** Kills, as long as a render is tried, whoever is at it. Gives how often. */
async function endWhoRenders({ client, workers }: Site, id: string, kill: (worker: Replica) => Promise<boolean>) {
  const followed = workers.map((worker) => ({ worker, count: worker.postgres.follow(id) }));
  const isTried = async () =>
    ['queued', 'running'].includes((await client.ask(State, { path: `/v1/renders/${id}` })).state);
  let kills = 0;
  while (await isTried()) {
    const before = followed.map(({ count }) => count());
    // Who is at a render looks twice a second whether it still is.
    await sleep(HEAD_START);
    const who = followed.find(({ count }, index) => count() > (before[index] ?? 0));
    if (who !== undefined && (await isTried()) && (await kill(who.worker))) kills += 1;
  }
  return kills;
}

async function killRenderProcess(worker: Replica): Promise<boolean> {
  const [renderer] = childrenOf(worker.program().pid, 'render-process/child.ts');
  if (renderer === undefined) return false;
  process.kill(renderer, 'SIGKILL');
  return true;
}

async function killWorker(worker: Replica): Promise<boolean> {
  await worker.program().kill();
  await worker.start();
  return true;
}
