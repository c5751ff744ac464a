import { readdir, readFile } from 'node:fs/promises';
import { cpuTimesOf } from '../api/usage.ts';

/** Milliseconds of CPU that a process has used, and all that it has started, also those that have ended. Linux alone tells. */
export async function cpuOfTree(pid: number): Promise<number> {
  const children = await Promise.all((await childrenOf(pid)).map(cpuOfTree));
  // One that has ended meanwhile is counted by who started it, from when that has noticed.
  const [own, ended] = await cpuTimesOf(pid).catch(() => [0, 0] as const);
  return children.reduce((sum, ms) => sum + ms, own + ended);
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number));
}
