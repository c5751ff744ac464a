import type { ChildProcess } from 'node:child_process';

/** Whether a program is still there. One that a signal has ended has no exit code. */
export function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
