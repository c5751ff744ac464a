import { spawnSync } from 'node:child_process';

/** What kubectl answered. */
export interface Answer {
  ok: boolean;
  text: string;
}

/** Runs kubectl, and gives what it says on both of its outputs. */
export function kubectl(args: readonly string[], input = ''): Answer {
  const { status, stdout, stderr } = spawnSync('kubectl', [...args], { input, encoding: 'utf8' });
  return { ok: status === 0, text: `${stdout}${stderr}`.trim() };
}

/**
 * Why a test that needs a Kubernetes cannot run here, or false when it can: the `skip` of a test. Where CI is
 * set nothing may be skipped, so there the test runs, and fails for want of one.
 */
export function skipWithoutCluster(): string | false {
  // biome-ignore lint/style/noProcessEnv: whether a missing cluster is a failure is said by the machine, not by a setting of ours
  if (process.env.CI === 'true') return false;
  return kubectl(['--request-timeout=5s', 'get', '--raw=/readyz']).ok ? false : 'no Kubernetes answers here';
}
