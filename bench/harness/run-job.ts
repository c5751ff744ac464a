import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome, SustainedJob, SustainedOutcome } from './job.ts';
import { runPinned } from './pinned-process.ts';

/** Makes and measures in a process of its own, which is told by files in a folder. */
export async function measureIn(folder: string, job: Omit<Job, 'resultPath'>, core: number): Promise<Outcome> {
  return JSON.parse(await runJob('child.ts', folder, job, core));
}

/** Makes without end in a process of its own, until the seconds of the job are over. */
export async function sustainIn(
  folder: string,
  job: Omit<SustainedJob, 'resultPath'>,
  core: number,
): Promise<SustainedOutcome> {
  return JSON.parse(await runJob('sustained-child.ts', folder, job, core));
}

async function runJob(program: string, folder: string, job: object, core: number): Promise<string> {
  const [jobPath, resultPath] = [join(folder, `job-${core}.json`), join(folder, `result-${core}.json`)];
  await writeFile(jobPath, JSON.stringify({ ...job, resultPath }));
  await runPinned(fileURLToPath(new URL(program, import.meta.url)), [jobPath], core);
  return readFile(resultPath, 'utf8');
}
