import { existsSync, globSync } from 'node:fs';
import { mkdtempDisposable, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noSite, startSite } from '../parts/site.ts';
import { steadyLoad } from '../parts/steady-load.ts';
import type { Scenario } from '../scenario.ts';

// biome-ignore lint/style/noProcessEnv: where nothing may be left out, is told here
const { CI } = process.env;

/** Where Debian and its like put libfaketime, which tells a program another time. */
const [LIBRARY = ''] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');

/** Hours that the clocks are wrong, one after the other. */
const STEPS = [1, -1, 0];

/** The clocks of the programs step by an hour, forth and back, while renders are made. */
export const clockSteps: Scenario = {
  name: 'clock-steps',
  skip: existsSync(LIBRARY) || CI === 'true' ? noSite : 'libfaketime is not installed',
  async run({ thorough, redisDatabase }) {
    await using stack = new AsyncDisposableStack();
    const folder = stack.use(await mkdtempDisposable(join(tmpdir(), 'logomorph-clock-')));
    const fast = await clock(folder.path, 'fast');
    const slow = await clock(folder.path, 'slow');
    // The clocks of services and of workers are wrong in opposite ways.
    const site = stack.use(await startSite({ redisDatabase, serviceEnv: fast.env, workerEnv: slow.env }));
    const load = await steadyLoad(site);
    const rounds = thorough ? 3 : 1;
    for (let round = 0; round < rounds; round += 1) {
      for (const hours of STEPS) {
        await Promise.all([fast.set(hours), slow.set(-hours)]);
        for (const { url } of site.services) await tells(url, hours);
        await sleep(3000);
      }
    }
    await load.stop();
    return { broken: `${rounds * STEPS.length} steps of all clocks`, ...(await site.ledger.check()) };
  },
};

/** A clock that programs can be given, and that is right until it is set. */
async function clock(folder: string, name: string) {
  const path = join(folder, name);
  const set = async (hours: number) => {
    await writeFile(`${path}.next`, `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h\n`);
    await rename(`${path}.next`, path);
  };
  await set(0);
  const env = {
    LD_PRELOAD: LIBRARY,
    FAKETIME_TIMESTAMP_FILE: path,
    FAKETIME_NO_CACHE: '1',
    // As in a real step of the clock: time that has passed is told right.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return { env, set };
}

/** Waits until a program's answers have the time that its clock is set to. */
async function tells(url: string, hours: number): Promise<void> {
  for (;;) {
    const { headers } = await fetch(`${url}/health`);
    const wrong = (Date.parse(headers.get('date') ?? '') - Date.now()) / 3_600_000;
    if (Math.abs(wrong - hours) < 0.1) return;
    await sleep(100);
  }
}
