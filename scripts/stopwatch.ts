import { existsSync, readFileSync } from 'node:fs';

/** Where Linux tells what a process, and those that it waited for, have had of the processors. */
const STAT = '/proc/self/stat';

/** What Linux counts by in there, in a second. */
const TICKS = 100;

/**
 * Begins to count. What it gives says how long that is ago and, where the system tells, what processors spent on the processes
 * that were started here and have ended since: the one without the other is what was waited for.
 */
export function stopwatch(): () => string {
  const start = performance.now();
  const before = spentOnChildren();
  return () => {
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    const now = spentOnChildren();
    return now === undefined || before === undefined ? seconds : `${seconds}, ${(now - before).toFixed(1)} s of CPU`;
  };
}

function spentOnChildren(): number | undefined {
  if (!existsSync(STAT)) return undefined;
  const text = readFileSync(STAT, 'utf8');
  // The program's name, the second field, may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}
