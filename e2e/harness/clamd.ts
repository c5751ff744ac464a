import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './is-running.ts';

/** The text that scanners find for a test, and that harms nobody. In two parts, so that they do not find it here. */
export const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Starts a clamd that knows this one virus, and gives it once it answers. */
export async function startClamd(folder: string, port: number): Promise<AsyncDisposable> {
  const signatures = join(folder, 'signatures');
  await mkdir(signatures, { recursive: true });
  await writeFile(join(signatures, 'test.ndb'), `LogoMorph.Test:0:*:${Buffer.from(TEST_VIRUS).toString('hex')}\n`);
  const config = join(folder, 'clamd.conf');
  const settings = ['Foreground yes', `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', `DatabaseDirectory ${signatures}`];
  await writeFile(config, `${settings.join('\n')}\n`);
  const clamd = spawn('clamd', ['--config-file', config], { stdio: 'ignore' });
  const ended = once(clamd, 'exit');
  while (!(await answers(port))) {
    if (!isRunning(clamd)) throw new Error(`clamd ended with ${clamd.exitCode ?? clamd.signalCode}`);
    await sleep(50);
  }
  return { [Symbol.asyncDispose]: () => end(clamd, ended) };
}

async function end(clamd: ChildProcess, ended: Promise<unknown>): Promise<void> {
  clamd.kill('SIGKILL');
  await ended;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('zPING\0');
    const [answer] = await once(socket, 'data', { signal: AbortSignal.timeout(1000) });
    return String(answer) === 'PONG\0';
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
