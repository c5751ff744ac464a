import { readFile } from 'node:fs/promises';

/** Hundredths of a second, which the kernel counts CPU in on all machines that Node runs on with Linux. */
const TICKS = 100;

/** Milliseconds of CPU that a process has used since it started, in all its threads. Linux alone tells. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may have anything in it; user and system time are the 12th and 13th after it.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(user) + Number(system)) / TICKS) * 1000;
}

/** Bytes of a process that are in memory now. Linux alone tells. */
export async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
