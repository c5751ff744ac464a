import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './is-running.ts';
import { freePort } from './listen.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How long a start may take: on a slow machine most of it is the first making of the database. */
const START_SECONDS = 90;

/** The product as it runs on this machine. */
export interface Product extends AsyncDisposable {
  baseUrl: string;
  /** The key that the first start printed; undefined on a later start. */
  key: string | undefined;
  /** All that was printed so far. */
  printed: () => string;
  pid: number;
  /** Ctrl-C. Gives the exit code. */
  stop: () => Promise<number | null>;
  /** As the kernel does it when memory is out: to the main process alone. */
  kill: () => Promise<void>;
}

/** The end of a start that did not come to serve. */
export class StartFailed extends Error {
  readonly code: number | null;
  readonly stderr: string;

  constructor(code: number | null, stderr: string) {
    super(`the product ended with code ${code}: ${stderr}`);
    this.code = code;
    this.stderr = stderr;
  }
}

/**
 * Does what `npm start` does, in a data folder.
 *
 * @throws StartFailed
 */
export async function startProduct(dataFolder: string, env: Record<string, string>): Promise<Product> {
  const child = spawn(process.execPath, ['standalone/main.ts'], {
    cwd: ROOT,
    // biome-ignore lint/style/noProcessEnv: the product gets this environment and what the test adds
    env: { ...process.env, ...(await freePorts()), LOGOMORPH_DATA: dataFolder, LOGOMORPH_WORKERS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close');
  const deadline = Date.now() + START_SECONDS * 1000;
  while (!output.stdout.includes('Ctrl-C stops it.')) {
    if (!isRunning(child)) {
      await ended;
      throw new StartFailed(child.exitCode, output.stderr);
    }
    if (Date.now() > deadline) {
      child.kill('SIGINT');
      await ended;
      throw new StartFailed(child.exitCode, `not up after ${START_SECONDS} s: ${output.stdout}${output.stderr}`);
    }
    await sleep(50);
  }
  return {
    baseUrl: /API +(http\S+)/.exec(output.stdout)?.[1] ?? '',
    key: /Key +(lm_\S+)/.exec(output.stdout)?.[1],
    printed: () => output.stdout + output.stderr,
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGINT', ended),
    kill: async () => void (await end(child, 'SIGKILL', ended)),
    [Symbol.asyncDispose]: async () => void (await end(child, 'SIGINT', ended)),
  };
}

/** A folder for one run's data, and its removal. */
export function newDataFolder(): Promise<AsyncDisposable & { path: string }> {
  return mkdtempDisposable(join(tmpdir(), 'logomorph-e2e-'));
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<unknown>): Promise<number | null> {
  if (isRunning(child)) child.kill(signal);
  await ended;
  return child.exitCode;
}

async function freePorts(): Promise<Record<string, string>> {
  return { PORT: String(await freePort()), WORKER_PORT: String(await freePort()) };
}
