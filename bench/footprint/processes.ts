import { readdir, readFile } from 'node:fs/promises';
import { cpuOf } from '../api/usage.ts';

/** Milliseconds of CPU that a process and those that it has started and that still run have used. Linux alone tells. */
export async function cpuOfTree(pid: number): Promise<number> {
  const children = await Promise.all((await childrenOf(pid)).map(cpuOfTree));
  // One that has ended meanwhile is not counted.
  const own = await cpuOf(pid).catch(() => 0);
  return children.reduce((sum, ms) => sum + ms, own);
}

/** The process that has started another one. */
export async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(parent);
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number));
}
