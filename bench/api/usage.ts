import { readFile } from 'node:fs/promises';

/** Hundredths of a second, which the kernel counts CPU in on all machines that Node runs on with Linux. */
const MS_A_TICK = 10;

/** Milliseconds of CPU that a process has used since it started, in all its threads. Linux alone tells. */
export async function cpuOf(pid: number): Promise<number> {
  const [own] = await cpuTimesOf(pid);
  return own;
}

/** Milliseconds of CPU of a process, and of the children that it had and that have ended. */
export async function cpuTimesOf(pid: number): Promise<[own: number, ended: number]> {
  // User and system time, its own and that of the children, are the 12th to 15th after the name.
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = (await statOf(pid)).slice(11, 15).map(Number);
  return [(user + system) * MS_A_TICK, (endedUser + endedSystem) * MS_A_TICK];
}

/** The process that has started another one. */
export async function parentOf(pid: number): Promise<number> {
  const [, parent] = await statOf(pid);
  return Number(parent);
}

/** What the kernel tells of a process after its name, which is in brackets and may have anything in it. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
