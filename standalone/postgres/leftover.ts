import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Stops the Postgres that a killed supervisor left on a cluster, if there is one. */
export async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const pid = postmasterOf(data);
  if (pid === undefined) return;
  log(`Stopping the database that an earlier start left behind (process ${pid})`);
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    // An immediate shutdown: nothing committed is lost, the next start replays the log.
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    if (waited > 20_000) throw new Error(`Process ${pid} on ${data} does not stop`);
    await sleep(50);
  }
}

/** The process that runs on a cluster. A number in a stale file may be that of any other program by now. */
export function postmasterOf(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 && isAlive(pid) && commandOf(pid).includes(data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** macOS has no /proc, a slim Linux image no ps. */
function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}
