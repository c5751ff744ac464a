import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Where a command runs, and what ends it. */
export interface Surroundings {
  cwd: string;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/**
 * Runs a command, and passes a signal on to it. It has our own output, unless somebody takes what it writes.
 * @returns its exit code; 1 when a signal ended it
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { signal, ...options }: Surroundings,
  take?: (output: Buffer) => void,
): Promise<number> {
  const child = spawn(command, [...args], { ...options, stdio: take ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  if (take) for (const output of [child.stdout, child.stderr]) output?.on('data', take);
  const pass = () => child.kill('SIGTERM');
  signal.addEventListener('abort', pass);
  try {
    await once(child, 'close');
    return child.exitCode ?? 1;
  } finally {
    signal.removeEventListener('abort', pass);
  }
}
