import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** How a worker starts the process that renders (worker/render-process/fork-child.ts), for every side alike. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' };
const NODE_OPTIONS = ['--max-semi-space-size=2', '--heap-growing-percent=200'];

/**
 * Runs a program in a Node process of its own, kept to one core where the machine has `taskset`.
 * @throws when it does not exit with 0
 */
export async function runPinned(program: string, args: readonly string[], core: number): Promise<void> {
  const child = startPinned(program, args, core);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

/** Starts a program as `runPinned` does; it can be talked to by messages. */
export function startPinned(program: string, args: readonly string[], core: number) {
  const command = [process.execPath, ...NODE_OPTIONS, program, ...args];
  const pinned =
    spawnSync('taskset', ['-V']).status === 0
      ? ['taskset', '-c', String(core % availableParallelism()), ...command]
      : command;
  const [name = '', ...rest] = pinned;
  // biome-ignore lint/style/noProcessEnv: a child gets what its parent has, and the settings of the process that renders
  const env = { ...process.env, ...ENVIRONMENT };
  return spawn(name, rest, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}
