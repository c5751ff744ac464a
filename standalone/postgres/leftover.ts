import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from '../process-info.ts';

/** A Postgres that runs on a cluster. */
interface Postmaster {
  pid: number;
  port: number;
}

/** Stops the Postgres that a killed supervisor left on a cluster, if there is one. */
export async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const leftover = postmasterOf(data);
  if (leftover === undefined) return;
  const { pid } = leftover;
  log(`Stopping the database that an earlier start left behind (process ${pid})`);
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    // An immediate shutdown: nothing committed is lost, the next start replays the log.
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    if (waited > 20_000) throw new Error(`Process ${pid} on ${data} does not stop`);
    await sleep(50);
  }
}

/** The Postgres that runs on a cluster. A number in a stale file may be that of any other program by now. */
export function postmasterOf(data: string): Postmaster | undefined {
  const lines = readLines(join(data, 'postmaster.pid'));
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  return pid > 0 && isAlive(pid) && commandOf(pid).includes(data) ? { pid, port } : undefined;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
