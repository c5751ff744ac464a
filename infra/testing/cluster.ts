import { spawnSync } from 'node:child_process';

/**
 * Why a test that needs a Kubernetes cannot run here, or false when it can: the `skip` of a test. Where CI is
 * set nothing may be skipped, so there the test runs, and fails for want of one.
 */
export function skipWithoutCluster(): string | false {
  // biome-ignore lint/style/noProcessEnv: whether a missing cluster is a failure is said by the machine, not by a setting of ours
  if (process.env.CI === 'true') return false;
  const answers = spawnSync('kubectl', ['--request-timeout=5s', 'get', '--raw=/readyz']).status === 0;
  return answers ? false : 'no Kubernetes answers here';
}
