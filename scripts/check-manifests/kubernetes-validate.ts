import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { OF_OTHERS } from '@logomorph/infra/testing/manifests.ts';

/** What it said of manifests. */
interface SchemaReport {
  /** Objects that differ from the schemas of the version, a line each. */
  wrong: string[];
  /** Kinds of others, whose schemas it has not. */
  unknown: string[];
}

/** Is found to be wrong each time, or nothing was compared. */
const BROKEN = join(import.meta.dirname, 'broken.json');

/** Compares manifests with the schemas of a version of Kubernetes, in which no field is taken that is not in them. */
export async function validate(
  programs: string,
  folder: string,
  paths: readonly string[],
  version: string,
): Promise<SchemaReport> {
  const args = ['--strict', '--quiet', '--kubernetes-version', version, ...paths, BROKEN];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(join(programs, 'kubernetes-validate'), args, { cwd: folder }, (error, stdout, stderr) => {
      if (stderr === '') resolve(stdout);
      else reject(new Error(`kubernetes-validate ended with code ${error?.code}: ${stderr}`));
    });
  });
  const wrong: string[] = [];
  const unknown = new Set<string>();
  for (const line of output.split('\n').filter((line) => line !== '')) {
    const [, kind, apiVersion = ''] = /Couldn't find schema for kind (\S+) with api version (\S+)/.exec(line) ?? [];
    if (OF_OTHERS.test(apiVersion)) unknown.add(`${kind} of ${apiVersion}`);
    else wrong.push(line);
  }
  const broken = wrong.findIndex((line) => line.includes(BROKEN));
  if (broken === -1) throw new Error(`kubernetes-validate has nothing against ${BROKEN}: ${output}`);
  wrong.splice(broken, 1);
  return { wrong, unknown: [...unknown] };
}
