import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { defer } from '@logomorph/core/testing/defer.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import type { Canary } from '../hostile-logo.ts';

/** Often enough that nobody waits long for a canary to be read. */
const LOOK_EVERY = 10;

/** Things that nobody may touch, and what touched them. */
export interface Canaries extends Canary {
  touched: Set<string>;
}

/**
 * A server that tells of each connection, and a named pipe that tells of each reader: who opens it is held until the
 * other end is opened, so none is missed.
 */
export async function canaries(t: TestContext): Promise<Canaries> {
  const touched = new Set<string>();
  const server = createServer((socket) => {
    touched.add('server');
    socket.destroy();
  });
  const port = await listen(t, server);
  const path = join(await temporaryFolder(t), 'canary.png');
  execFileSync('mkfifo', [path]);
  const looking = setInterval(() => {
    if (letReadersGo(path)) touched.add('file');
  }, LOOK_EVERY);
  defer(t, () => clearInterval(looking));
  return { url: `http://127.0.0.1:${port}`, path, touched };
}

/** Whether somebody had the pipe open to read; it has read to the end then. */
function letReadersGo(pipe: string): boolean {
  try {
    closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

/** How many sockets a process has open; 0 where there is no /proc. */
export function socketsOf(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  const targets = () => readdirSync(folder).map((descriptor) => readlink(join(folder, descriptor)));
  try {
    return targets().filter((target) => target.startsWith('socket:')).length;
  } catch {
    return 0;
  }
}

function readlink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
