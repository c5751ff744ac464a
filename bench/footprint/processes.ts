import { readdir, readFile } from 'node:fs/promises';

/** Hundredths of a second, which the kernel counts CPU in on all machines that Node runs on with Linux. */
const MS_A_TICK = 10;

/** Milliseconds of CPU that a process has used, and all that it has started, also those that have ended. Linux alone tells. */
export async function cpuOfTree(pid: number): Promise<number> {
  const children = await Promise.all((await childrenOf(pid)).map(cpuOfTree));
  // One that has ended meanwhile is counted by who started it, from when that has noticed.
  const own = await statOf(pid)
    // Of user and system time, its own and that of children that have ended.
    .then((stat) => stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * MS_A_TICK)
    .catch(() => 0);
  return children.reduce((sum, ms) => sum + ms, own);
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

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number));
}
