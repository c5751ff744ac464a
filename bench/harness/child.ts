import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readInputs } from './inputs.ts';
import type { Input, Job, OpenSide, Outcome, OutputFile, Sample } from './job.ts';

// The process of one side: it makes what the job says and measures itself.
const job: Job = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const side: { open: OpenSide } = await import(job.module);
const make = await side.open(job.options);
const inputs = await readInputs(job.inputs);

// The first and the last, a vector and a raster as a rule, warm up and do not count.
for (const input of new Set([inputs.at(0), inputs.at(-1)])) if (input) await make(input);

const samples: Sample[] = [];
const files: Outcome['files'] = [];
for (let time = 1; time <= job.times; time++) {
  for (const input of inputs) {
    const made = await measured(input);
    if (time === job.times) await keep(input, made);
  }
}
const outcome: Outcome = { samples, files, peakRss: process.resourceUsage().maxRSS * 1024 };
await writeFile(job.resultPath, JSON.stringify(outcome));

async function measured(input: Input): Promise<OutputFile[]> {
  const [cpuBefore, wallBefore] = [process.cpuUsage(), performance.now()];
  const made = await make(input);
  const wall = performance.now() - wallBefore;
  const { user, system } = process.cpuUsage(cpuBefore);
  samples.push({ input: input.name, cpu: (user + system) / 1000, wall, rss: process.memoryUsage.rss() });
  return made;
}

async function keep(input: Input, made: readonly OutputFile[]): Promise<void> {
  for (const { name, bytes } of made) {
    const path = join(job.keepIn, input.name, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    files.push({ input: input.name, name, bytes: bytes.length });
  }
}
