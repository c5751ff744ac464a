import { readFile, writeFile } from 'node:fs/promises';
import { readInputs } from './inputs.ts';
import type { OpenSide, SustainedJob, SustainedOutcome } from './job.ts';

// A process that makes what its job says, one after the other, until its time is over.
const job: SustainedJob = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const side: { open: OpenSide } = await import(job.module);
const make = await side.open(job.options);
const inputs = await readInputs(job.inputs);
for (const input of inputs) await make(input);

const outcome: SustainedOutcome = { made: 0, failures: 0, seconds: 0, walls: [] };
const start = performance.now();
const seconds = () => (performance.now() - start) / 1000;
for (let at = 0; seconds() < job.seconds; at++) {
  const input = inputs[at % inputs.length];
  if (!input) throw new Error('There is nothing to make');
  const before = performance.now();
  await make(input).then(
    () => outcome.made++,
    () => outcome.failures++,
  );
  outcome.walls.push(performance.now() - before);
}
outcome.seconds = seconds();
await writeFile(job.resultPath, JSON.stringify(outcome));
