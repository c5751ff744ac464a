import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a command printed, and how it ended. */
export interface Result {
  code: number | null;
  output: string;
}

/** Runs a command line by a shell, in the project's folder, as a person would. */
export async function run(line: string, seconds = 600): Promise<Result> {
  const child = spawn('sh', ['-c', line], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await once(child, 'close');
  return { code: child.exitCode, output };
}

/** Runs a command that goes on, until it is disposed of, once it has printed something like `started`. */
export async function keepRunning(line: string, started: RegExp): Promise<AsyncDisposable> {
  const child = spawn('sh', ['-c', `exec ${line}`], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  await saying(child, started, line);
  return {
    async [Symbol.asyncDispose]() {
      if (!isRunning(child)) return;
      child.kill();
      await once(child, 'close');
    },
  };
}

function saying(child: ChildProcess, text: RegExp, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
      if (text.test(output)) resolve();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('close', () => reject(new Error(`${line} ended: ${output}`)));
  });
}
