import { writeInputs } from './harness/inputs.ts';
import type { SustainedOutcome } from './harness/job.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { sustainIn } from './harness/run-job.ts';
import { percentile, sum } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';
import { renderer } from './sides.ts';

// Modern kits of all logos in turn, one after the other for minutes: by one process on a core, then by two on two.
const { logos, core, more } = await benchOptions({ minutes: 1 });

await withFolder(async (folder) => {
  const inputs = await writeInputs(inputsOf(logos), folder);
  const { module, options } = renderer('modern', { type: 'kit' });
  const job = { module, options, inputs, seconds: 60 * (more.minutes ?? 0) };
  const one = await sustainIn(folder, job, core);
  const two = await Promise.all([sustainIn(folder, job, core), sustainIn(folder, job, core + 1)]);
  console.log(`modern kits for ${more.minutes} min\n\n${table([row([one], [one]), row(two, [one])])}`);
});

function row(outcomes: readonly SustainedOutcome[], baseline: readonly SustainedOutcome[]): Row {
  const walls = outcomes.flatMap((outcome) => outcome.walls);
  return {
    processes: outcomes.length,
    kits: sum(outcomes.map(({ made }) => made)),
    failures: sum(outcomes.map(({ failures }) => failures)),
    'kits a second': rate(outcomes).toFixed(2),
    ratio: ratio(rate(outcomes), rate(baseline)),
    'wall p50': Math.round(percentile(walls, 0.5)),
    'wall p95': Math.round(percentile(walls, 0.95)),
  };
}

function rate(outcomes: readonly SustainedOutcome[]): number {
  return sum(outcomes.map(({ made, seconds }) => made / seconds));
}
