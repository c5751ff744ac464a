import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isRunning } from '../../harness/is-running.ts';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../../..');

/** The most that is kept of what a program prints. */
const KEPT = 20_000;

/** How long a start may take on a slow machine. */
const START_SECONDS = 90;

/** A program of the product that runs. */
export interface Program {
  pid: number;
  url: string;
  isRunning: () => boolean;
  /** The end of what it printed. */
  printed: () => string;
  kill: () => Promise<void>;
  /** SIGTERM. Gives the exit code. */
  stop: () => Promise<number | null>;
}

/** Starts a main file of the product, and waits until it says that it serves. */
export async function startProgram(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    // biome-ignore lint/style/noProcessEnv: the program gets this environment and what the test adds
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk).slice(-KEPT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = once(child, 'close');
  const url = await readiness(child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${file} did not start: ${printed}`, { cause: error });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    url,
    isRunning: () => isRunning(child),
    printed: () => printed,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
  };
}

function readiness(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not up after ${START_SECONDS} s`)), START_SECONDS * 1000);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      then();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (code) => settle(() => reject(new Error(`ended with code ${code}`))));
    child.on('message', (message) => {
      if (typeof message !== 'object' || !('url' in message) || typeof message.url !== 'string') return;
      const { url } = message;
      settle(() => resolve(url));
    });
  });
}
