import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { program } from '@logomorph/infra/program.ts';
import { EVERY_STACK } from '@logomorph/infra/testing/every-stack.ts';
import { manifestsOf } from '@logomorph/infra/testing/manifests.ts';
import { runProgram } from '@logomorph/infra/testing/run-program.ts';

/**
 * Writes the objects that the stacks have in Kubernetes, each as a file in a folder of its stack. What several stacks
 * have alike is written for the first of them.
 *
 * @returns the paths, from the folder on, and how many objects there are in all
 */
export async function writeManifests(folder: string): Promise<{ paths: string[]; all: number }> {
  const written = new Map<string, string>();
  let all = 0;
  for (const { title, config } of EVERY_STACK) {
    await mkdir(join(folder, title));
    const { resources } = await runProgram(title, config, program);
    for (const manifest of manifestsOf(resources)) {
      // Names as the program has them, without what the made-up engine adds.
      const text = JSON.stringify(manifest, undefined, 1).replaceAll('-made-up', '');
      all += 1;
      if (written.has(text)) continue;
      const { kind, metadata } = manifest;
      const path = join(title, `${kind}-${metadata.namespace ?? ''}-${metadata.name}.json`);
      await writeFile(join(folder, path), text, { flag: 'wx' });
      written.set(text, path);
    }
  }
  return { paths: [...written.values()], all };
}
