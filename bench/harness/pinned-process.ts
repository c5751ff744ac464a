import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';

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

/** A core by its number, or all, between which the kernel moves a program as it does where nothing is kept to a core. */
export type Core = number | 'all';

/** Starts a program as `runPinned` does; it can be talked to by messages. */
export function startPinned(program: string, args: readonly string[], core: Core) {
  return spawnOnCore([...NODE_OPTIONS, program, ...args], core, ENVIRONMENT);
}

/** Starts a program as production does, kept to its core; its log is not read. It can be talked to by messages. */
export function startServer(program: string, env: Readonly<Record<string, string>>, core: Core) {
  return spawnOnCore([program], core, { NODE_ENV: 'production', ...env }, 'ignore');
}

/** Keeps this process to one core from now on, where the machine has `taskset`. */
export function stayOnCore(core: number): void {
  spawnSync('taskset', ['-a', '-c', '-p', coreList(core), String(process.pid)]);
}

/** Counted anew after this process is kept to a core, `availableParallelism` would be one, and all would share core 0. */
function coreList(core: Core): string {
  return core === 'all' ? `0-${cpus().length - 1}` : String(core % cpus().length);
}

function spawnOnCore(
  args: readonly string[],
  core: Core,
  more: Readonly<Record<string, string>>,
  output: 'inherit' | 'ignore' = 'inherit',
) {
  const command = [process.execPath, ...args];
  const pinned = spawnSync('taskset', ['-V']).status === 0 ? ['taskset', '-c', coreList(core), ...command] : command;
  const [name = '', ...rest] = pinned;
  // biome-ignore lint/style/noProcessEnv: a child gets what its parent has, and the settings that it is measured with
  const env = { ...process.env, ...more };
  return spawn(name, rest, { env, stdio: ['ignore', output, 'inherit', 'ipc'] });
}
