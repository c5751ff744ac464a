import { setTimeout as sleep } from 'node:timers/promises';
import { LOGOS } from '../../harness/logos.ts';
import { noSite, type Replica, type Site, startSite } from '../parts/site.ts';
import { killAt, record, type Step, stepsOf } from '../parts/steps.ts';
import type { Outcome, Run, Scenario } from '../scenario.ts';

/** How long programs without work are listened to, to know what they send all the time. */
const IDLE = 6000;

/** How long a step may take to be come to. */
const PATIENCE = 15_000;

/** How many of the steps are tried when not all are. */
const SAMPLE = 8;

/** A program is killed at each step of a render's life that it has a part in. */
function crashAtEachStep(kind: Replica['kind'], live: (site: Site, n: number) => Promise<unknown>): Scenario {
  return {
    name: `crash-${kind}-at-each-step`,
    skip: noSite,
    async run({ thorough, redisDatabase }: Run): Promise<Outcome> {
      await using site = await startSite({ redisDatabase });
      const replicas = kind === 'service' ? site.services : site.workers;
      const all = await stepsOfALife(site, replicas, live);
      const steps = thorough ? all : sample(all, SAMPLE);
      const lives: Promise<unknown>[] = [];
      let kills = 0;
      for (const [n, step] of steps.entries()) {
        const killed = killAt(replicas, step, AbortSignal.timeout(PATIENCE));
        lives.push(live(site, n + 1));
        const replica = await killed;
        if (replica === undefined) continue;
        kills += 1;
        await replica.start();
      }
      await Promise.all(lives);
      return { broken: `${kills} kills at ${steps.length} of ${all.length} steps`, ...(await site.ledger.check()) };
    },
  };
}

async function stepsOfALife(
  site: Site,
  replicas: readonly Replica[],
  live: (site: Site, n: number) => Promise<unknown>,
): Promise<Step[]> {
  const quiet = record(replicas);
  await sleep(IDLE);
  // What is asked here is none of a render's steps.
  await site.ledger.settled();
  const idle = quiet.end();
  const recorded = record(replicas);
  await live(site, 0);
  await site.ledger.settled();
  return stepsOf(recorded.end(), idle);
}

function sample<T>(all: readonly T[], count: number): T[] {
  const start = Math.random();
  return all.length <= count
    ? [...all]
    : Array.from({ length: count }, (_, n) => all[Math.floor(((n + start) * all.length) / count)]).filter(
        (one) => one !== undefined,
      );
}

/** A logo and a render of its own each time, as none is made twice. */
const life = async ({ ledger }: Site, n: number) => {
  const svg = (await LOGOS['an SVG icon']()).toString().replace('<svg', `<svg id="n${n}"`);
  const logoId = await ledger.upload(Buffer.from(svg));
  await ledger.submit(logoId, { type: 'variant', width: 32 });
};

/** The relay and what sends webhooks are in the API's process. */
export const crashService = crashAtEachStep('service', life);
export const crashWorker = crashAtEachStep('worker', life);
