import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartError } from './start-error.ts';

/**
 * Makes the first API key by the service's own program.
 * @returns the key, or undefined when there is a key already
 */
export async function createFirstKey(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const args = [join(root, 'service/create-key.ts'), '--name', 'first', '--if-none'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new StartError('The first API key could not be made');
  return said.trim() || undefined;
}
