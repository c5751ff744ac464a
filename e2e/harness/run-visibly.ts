import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command with our own output.
 *
 * @returns its exit code; 1 when a signal ended it
 */
export async function runVisibly(
  command: string,
  args: readonly string[],
  { env, cwd, quiet = false }: { env?: Record<string, string>; cwd?: string; quiet?: boolean } = {},
): Promise<number> {
  const child = spawn(command, [...args], {
    cwd,
    // biome-ignore lint/style/noProcessEnv: the command gets this environment and what is added
    env: { ...process.env, ...env },
    stdio: quiet ? 'ignore' : 'inherit',
  });
  await once(child, 'exit');
  return child.exitCode ?? 1;
}
