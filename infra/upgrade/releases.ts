import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Value from 'typebox/value';
import { KeptState } from './kept-state.ts';
import { Stateful } from './stateful.ts';

const FOLDER = join(import.meta.dirname, 'releases');

/** What is kept of a release: the state of a stack that it brought up, and what holds data in those that it would. */
interface Release {
  version: string;
  local: KeptState;
  staging: Stateful[];
  prod: Stateful[];
}

/** Every release, by version. */
export function readReleases(): Release[] {
  return readdirSync(FOLDER).map((version) => {
    const list = (stack: string) => linesOf(version, stack).map((line) => Value.Parse(Stateful, line));
    const [head, ...resources] = linesOf(version, 'local');
    const local = Value.Parse(KeptState, { ...Object(head), resources });
    return { version, local, staging: list('staging'), prod: list('prod') };
  });
}

/** Keeps a release, a resource on each line. */
export async function writeRelease({ version, local, staging, prod }: Release): Promise<void> {
  const { resources, ...head } = local;
  await mkdir(join(FOLDER, version), { recursive: true });
  for (const [stack, lines] of Object.entries({ local: [head, ...resources], staging, prod }))
    await writeFile(fileOf(version, stack), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

function linesOf(version: string, stack: string): unknown[] {
  return readFileSync(fileOf(version, stack), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function fileOf(version: string, stack: string): string {
  return join(FOLDER, version, `${stack}.jsonl`);
}
