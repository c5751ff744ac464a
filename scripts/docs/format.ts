import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Lays a text out as the project's formatter does for that path, and so checks it like all other files. */
export function format(text: string, path: string): string {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const options = { cwd: ROOT, input: text, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(biome, ['format', `--stdin-file-path=${path}`], options);
  if (status !== 0) throw new Error(`The formatter ended with code ${status}: ${stderr}`);
  return stdout;
}

/** A value as a JSON file of the project's. */
export function formatJson(value: unknown): string {
  return format(JSON.stringify(value, null, 2), 'docs/openapi.json');
}
