import { spawnSync } from 'node:child_process';

/**
 * Why a test that needs a program cannot run here, or false when it can: the `skip` of a test.
 * Where CI is set nothing may be skipped, so there the test runs, and fails for want of the program.
 */
export function skipWithout(program: string): string | false {
  // biome-ignore lint/style/noProcessEnv: whether a missing tool is a failure is said by the machine, not by a setting of ours
  if (process.env.CI === 'true') return false;
  return isInstalled(program) ? false : `${program} is not installed`;
}

/** Whether a program is in the path of this process. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
