import { spawnSync } from 'node:child_process';

/** Whether a program is on the path. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
}

/**
 * Why a test that needs these programs cannot run here, with what is then not tried, or false when it can: the `skip` of
 * a test. Where CI is set nothing may be skipped, so there the test runs, and fails for want of the program.
 */
export function skipWithout(programs: readonly string[], loss: string): string | false {
  // biome-ignore lint/style/noProcessEnv: the suite is told here whether all has to be there
  if (process.env.CI === 'true') return false;
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length > 0 && `${missing.join(', ')} not installed: ${loss}`;
}
