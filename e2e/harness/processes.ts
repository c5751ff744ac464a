import { execFileSync } from 'node:child_process';

/** A process of this machine. */
interface Process {
  pid: number;
  parent: number;
  command: string;
}

function processes(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The ids of a process's children whose command line has this text. */
export function childrenOf(pid: number, text: string): number[] {
  return processes()
    .filter((process) => process.parent === pid && process.command.includes(text))
    .map((process) => process.pid);
}

/** The command lines of all processes that descend from one. */
export function descendantsOf(pid: number): Process[] {
  const all = processes();
  const found: Process[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = all.filter((process) => parents.has(process.parent));
    found.push(...children);
    parents = new Set(children.map((process) => process.pid));
  }
  return found;
}

/** Which of these processes are still there. */
export function stillThere(before: Process[]): Process[] {
  const now = new Map(processes().map((process) => [process.pid, process.command]));
  return before.filter((process) => now.get(process.pid) === process.command);
}
