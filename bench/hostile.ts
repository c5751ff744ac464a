import { parseArgs } from 'node:util';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { startRenderProcess } from '@logomorph/worker/render-process/render-process.ts';
import type { HostileLogo } from '@logomorph/worker/renderer/hostile/hostile-logo.ts';
import { hostileLogos } from '@logomorph/worker/renderer/hostile/hostile-logos.ts';
import { median, percentile } from './harness/statistics.ts';
import { type Row, table } from './harness/table.ts';

// How long the hostile files of the corpus hold a process that renders: until it refuses them, or has a picture of them.
const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
/** Milliseconds that a refusal may take. */
const EARLY = 300;
const RECIPE = completeRecipe('variant', { width: 512, trim: true });

let ended = 0;
const renderer = await startRenderProcess({
  // biome-ignore lint/style/noProcessEnv: a main file reads it once and hands it on
  env: process.env,
  onReplaced: () => {
    ended++;
  },
});
const logos = await hostileLogos({ url: 'http://127.0.0.1:9', path: '/nowhere.png' });
const times = new Map<HostileLogo, number>();
for (const logo of logos) times.set(logo, await medianTime(logo, Number(values.runs)));
await renderer.close();

const byClass = Object.entries(Object.groupBy(logos, ({ attackClass }) => attackClass));
console.log(table(byClass.map(([name, members = []]) => row(name, members))));
const isRefused = ({ outcome }: HostileLogo) => 'refused' in outcome;
console.log(
  `\n${table([
    row('refused', logos.filter(isRefused)),
    row(
      'rendered',
      logos.filter((logo) => !isRefused(logo)),
    ),
  ])}`,
);
const late = logos.filter((logo) => isRefused(logo) && timeOf(logo) > EARLY);
console.log(
  `\n${ended} processes ended; refused after more than ${EARLY} ms: ${late.map(({ name }) => name).join('; ') || 'none'}`,
);

function row(name: string, members: readonly HostileLogo[]): Row {
  const taken = members.map(timeOf);
  const [p50, p95] = [median(taken), percentile(taken, 0.95)].map(Math.round);
  return {
    name,
    files: members.length,
    'p50 ms': p50 ?? 0,
    'p95 ms': p95 ?? 0,
    'most ms': Math.round(Math.max(...taken)),
  };
}

function timeOf(logo: HostileLogo): number {
  return times.get(logo) ?? Number.NaN;
}

async function medianTime(logo: HostileLogo, runs: number): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    try {
      const options = { signal: AbortSignal.timeout(60_000), warn: () => {} };
      for await (const _ of renderer.render([logo], RECIPE, options));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
    taken.push(performance.now() - start);
  }
  return median(taken);
}
