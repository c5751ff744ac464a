import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What the render process may read by Node's file system: our code and the packages. */
const READABLE = ['contract', 'core', 'worker', 'node_modules'];

/** Of the V8 heap. Pictures are not in it, and the largest SVG that is taken needs a fraction. */
const HEAP_MEGABYTES = 256;

/** Of the Node that renders. */
export const NODE_OPTIONS = [
  // No writing, no reading elsewhere, no processes, no threads, no inspector: for what may be wrong with our JavaScript.
  '--permission',
  ...READABLE.map((folder) => `--allow-fs-read=${join(ROOT, folder)}`),
  // sharp is an addon. Node warns of it at each start.
  '--allow-addons',
  '--disable-warning=PERM0001',
  `--max-old-space-size=${HEAP_MEGABYTES}`,
  // What is soon dead is thrown away sooner, which saves 15 MB of 230 in kits, and next to no time is lost.
  '--max-semi-space-size=2',
  // Pixels count for the heap, so that V8 would mark all of it for each kit; with room for three times its size it does
  // so for every fourth. That takes some 20 MB more, and a fifth less CPU time.
  '--heap-growing-percent=200',
];

/** The same for every render process, wherever it runs. Few threads and arenas: memory goes back when a render ends. */
const ENVIRONMENT = {
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  VIPS_BLOCK_UNTRUSTED: '1',
  MALLOC_ARENA_MAX: '2',
  UV_THREADPOOL_SIZE: '2',
};

/** The variables of the worker that its render process gets: where fontconfig keeps its index of the fonts. */
const PASSED_ON = ['HOME', 'XDG_CACHE_HOME'];

/** A shell, for it is small. It waits for its input to end, and the kernel ends that when the worker is gone. */
const GUARD = 'trap "" INT TERM HUP; read -r line; kill -KILL "$0"';

/** Starts a render process without the worker's secrets; it does not outlive the worker, whatever either is at. */
export function forkChild(env: Readonly<Record<string, string | undefined>>): ChildProcess {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    env: { ...Object.fromEntries(PASSED_ON.map((name) => [name, env[name]])), ...ENVIRONMENT },
    execArgv: NODE_OPTIONS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (child.pid === undefined) return child;
  const guard = spawn('/bin/sh', ['-c', GUARD, String(child.pid)], { env: {}, stdio: ['pipe', 'ignore', 'ignore'] });
  // Without a guard the child still ends with the worker, unless its main thread is blocked.
  guard.on('error', () => {});
  child.once('exit', () => guard.kill('SIGKILL'));
  return child;
}
