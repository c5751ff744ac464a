import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds. A tick costs a twentieth of a millisecond on Linux, and in its time memory grows by some 100 MB. */
const TICK = process.platform === 'linux' ? 20 : 250;

/**
 * Resident memory of a process in bytes; 0 when it is gone. It is read from outside, which works while all threads of the
 * process are at work, and costs it nothing: a thread of its own to look would take 20 MB.
 */
export function residentBytes(pid: number | undefined): number {
  try {
    const kilobytes =
      process.platform === 'linux'
        ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Calls back once, when a process has more resident memory than the limit. Until it is disposed of. */
export function watchMemory(pid: number | undefined, limitBytes: number, exceeded: () => void): Disposable {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= limitBytes) return;
    clearInterval(timer);
    exceeded();
  }, TICK);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
