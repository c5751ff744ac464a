import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A document as text, laid out as the project's formatter does, which checks it like all other files. */
export function formatJson(document: object): string {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const options = { cwd: ROOT, input: JSON.stringify(document, null, 2), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(biome, ['format', '--stdin-file-path=docs/openapi.json'], options);
  if (status !== 0) throw new Error(`The formatter ended with code ${status}: ${stderr}`);
  return stdout;
}
