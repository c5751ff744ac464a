import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(import.meta.dirname, '../..');

/** Commands of the README and what it says that they print. */
export interface Step {
  commands: string;
  printed: string;
}

/** The steps of the README's walk through: each block of commands, with the block of text that follows at once. */
export function walkThroughOf(readme: string): Step[] {
  const section = /^## A walk through$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const blocks = /^```sh\n([\s\S]*?)^```\n(?:```text\n([\s\S]*?)^```$)?/gm;
  return [...section.matchAll(blocks)].map(([, commands = '', printed = '']) => ({ commands, printed }));
}

/**
 * Runs the steps in one shell, as a reader would: in the project's folder, with the address and the key of a
 * product that runs. A command that fails ends it.
 * @returns what each step printed
 */
export async function runSteps(
  steps: readonly Step[],
  { url, key, scratch }: { url: string; key: string; scratch: string },
  env: NodeJS.ProcessEnv,
): Promise<string[]> {
  const end = '-- end of step --';
  const lines = steps.map(({ commands }) => `${commands}echo '${end}'`);
  const script = `${lines.join('\n')}\n`.replace(/^LM=.*$/m, `LM=${url}`).replace(/^KEY=.*$/m, `KEY=${key}`);
  const child = spawn('sh', ['-eu', '-c', script], {
    cwd: ROOT,
    env: { ...env, TMPDIR: scratch },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 120_000,
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const parts = output.split(`${end}\n`);
  if (child.exitCode !== 0) throw new Error(`step ${parts.length} ended with code ${child.exitCode}: ${parts.at(-1)}`);
  return parts.slice(0, -1);
}

/** What is the same in every run: names, order, states; not ids, times, sizes and digests. */
export function shapeOf(output: string): string {
  return output
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/[0-9a-f]{64}/g, 'DIGEST')
    .replace(/"bytes":\d+/g, '"bytes":N');
}
