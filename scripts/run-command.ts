import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command with our own output, and passes a signal on to it.
 * @returns its exit code; 1 when a signal ended it
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<number> {
  const child = spawn(command, [...args], { cwd: options.cwd, env: options.env, stdio: 'inherit' });
  const pass = () => child.kill('SIGTERM');
  options.signal.addEventListener('abort', pass);
  try {
    await once(child, 'exit');
    return child.exitCode ?? 1;
  } finally {
    options.signal.removeEventListener('abort', pass);
  }
}
