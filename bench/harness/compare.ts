import { join } from 'node:path';
import { writeInputs } from './inputs.ts';
import type { Input, Sample } from './job.ts';
import { measureIn } from './run-job.ts';

/** One of those that are compared. */
export interface Side {
  name: string;
  /** URL of the module that makes its files. */
  module: string;
  options?: unknown;
}

interface KeptFile {
  input: string;
  name: string;
  bytes: number;
  path: string;
}

/** What was measured of a side, in all its processes. */
export interface Measured {
  side: Side;
  samples: Sample[];
  /** Those of one making of each input. */
  files: KeptFile[];
  /** Of its largest process, in bytes. */
  peakRss: number;
}

interface CompareOptions {
  /** How often each side has its turns: A-B-B-A is one run. */
  runs: number;
  /** How often each input is made in a process. */
  times: number;
  core: number;
  /** A folder for inputs and outputs. */
  folder: string;
}

/**
 * Lets sides make the same inputs, each turn in a fresh process on the same core: A-B-B-A, so that a machine that
 * gets slower or faster meanwhile does so for all.
 */
export async function compare(
  sides: readonly Side[],
  inputs: readonly Input[],
  { runs, times, core, folder }: CompareOptions,
): Promise<Measured[]> {
  const stored = await writeInputs(inputs, folder);
  const measured = sides.map((side): Measured => ({ side, samples: [], files: [], peakRss: 0 }));
  for (let run = 0; run < runs; run++) {
    for (const one of [...measured, ...measured.toReversed()]) {
      const { name, module, options } = one.side;
      const keepIn = join(folder, name);
      const outcome = await measureIn(folder, { module, options, inputs: stored, times, keepIn }, core);
      one.samples.push(...outcome.samples);
      one.files = outcome.files.map((file) => ({ ...file, path: join(keepIn, file.input, file.name) }));
      one.peakRss = Math.max(one.peakRss, outcome.peakRss);
    }
  }
  return measured;
}
