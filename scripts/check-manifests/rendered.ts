import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { program } from '@logomorph/infra/program.ts';
import { EVERY_STACK } from '@logomorph/infra/testing/every-stack.ts';
import { manifestsOf } from '@logomorph/infra/testing/manifests.ts';
import { runProgram } from '@logomorph/infra/testing/run-program.ts';
import { planOf } from './terraform-plan.ts';

/**
 * Writes what the stacks have in a folder of each: an object of Kubernetes in a file, what is in AWS in one. What several
 * stacks have alike is written for the first of them.
 *
 * @returns the paths of the objects, from the folder on, how many there are in all, and the types of what is in AWS
 */
export async function writeStacks(folder: string): Promise<{ paths: string[]; all: number; awsTypes: Set<string> }> {
  const written = new Map<string, string>();
  const writeOnce = async (path: string, content: object) => {
    // Names as the program has them, without what the made-up engine adds.
    const text = JSON.stringify(content, undefined, 1).replaceAll('-made-up', '');
    if (written.has(text)) return;
    await writeFile(join(folder, path), text, { flag: 'wx' });
    written.set(text, path);
  };
  const awsTypes = new Set<string>();
  let all = 0;
  for (const { title, config } of EVERY_STACK) {
    await mkdir(join(folder, title));
    const { resources } = await runProgram(title, config, program);
    for (const manifest of manifestsOf(resources)) {
      const { kind, metadata } = manifest;
      await writeOnce(join(title, `${kind}-${metadata.namespace ?? ''}-${metadata.name}.json`), manifest);
      all += 1;
    }
    const plan = planOf(resources);
    for (const { type } of plan.planned_values.root_module.resources) awsTypes.add(type);
    await writeOnce(join(title, PLAN), plan);
  }
  return { paths: [...written.values()].filter((path) => !path.endsWith(PLAN)), all, awsTypes };
}

/** Checkov knows plans of Terraform by what is in them. */
const PLAN = 'tfplan.json';
