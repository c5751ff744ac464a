import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '@logomorph/core/error-code.ts';
import { Client } from 'pg';
import { StartError } from '../start-error.ts';
import { type Account, POSTGRES_ENVIRONMENT, spawnIds } from './account.ts';
import type { Cluster } from './cluster.ts';

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}

/** Starts the Postgres server process; it may not take connections yet. */
export async function spawnServer(
  cluster: Cluster,
  account: Account,
  postgres: string,
  port: number,
): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    // Every core has a worker with pools of its own; an unused slot costs some kilobytes.
    'max_connections=300',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
  ];
  const [command = '', ...args] = [...account.prefix, postgres, '-D', cluster.data];
  await rename(cluster.logFile, `${cluster.logFile}.1`).catch(() => {});
  const logFile = openSync(cluster.logFile, 'a', 0o600);
  const child = spawn(command, [...args, ...settings.flatMap((setting) => ['-c', setting])], {
    ...spawnIds(account),
    cwd: cluster.folder,
    env: POSTGRES_ENVIRONMENT,
    // A session of its own: Ctrl-C at a terminal must not reach it before the programs have drained.
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  await once(child, 'spawn');
  return child;
}

/** Waits until the server answers; false when its process ended instead. */
export async function answers(child: ChildProcess, url: string, seconds = 60): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (hasNotEnded(child)) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // Starting up, recovering from a crash, or not listening yet.
      if (codeOf(error) !== '57P03' && codeOf(error) !== 'ECONNREFUSED') throw error;
      if (Date.now() > deadline) throw new StartError(`Postgres did not answer within ${seconds} s`);
      await sleep(30);
    }
  }
  return false;
}

/** Stops the server in the mode Postgres calls fast; after a while in the one that replays the log at the next start. */
export async function stopServer(child: ChildProcess, seconds = 15): Promise<void> {
  if (!hasNotEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), seconds * 1000);
  await ended;
  clearTimeout(impatience);
}

/** The last thing the server wrote, for an error message. */
export async function lastWords(cluster: Cluster): Promise<string> {
  const lines = (await readFile(cluster.logFile, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast((line) => /FATAL|ERROR|error|denied/.test(line)) ?? lines.at(-1) ?? '';
}

function hasNotEnded(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
