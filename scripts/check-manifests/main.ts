import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from '@logomorph/infra/setting-keys.ts';
import { EVERY_STACK } from '@logomorph/infra/testing/every-stack.ts';
import { installPythonPrograms, whyNoPython } from '../../e2e/harness/python-programs.ts';
import { ACCEPTED } from './accepted.ts';
import { checkov } from './checkov.ts';
import { unaccepted } from './finding.ts';
import { validate } from './kubernetes-validate.ts';
import { writeManifests } from './rendered.ts';

// `npm run check:manifests`: what every stack would have in Kubernetes, checked without one.

/** The version that the platform makes clusters of, and the newest that there are schemas of. */
const VERSIONS = [KEYS.kubernetesVersion.default, '1.37'];

const missing = await whyNoPython();
// biome-ignore lint/style/noProcessEnv: where CI is set nothing may be left out
if (missing !== undefined && process.env.CI !== 'true') {
  console.log(`﹣ manifests are not checked by checkov and kubernetes-validate: ${missing}`);
} else {
  const problems = await check();
  for (const problem of problems) console.error(`✖ ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function check(): Promise<string[]> {
  await using cleanUp = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-manifests-'));
  cleanUp.defer(() => rm(folder, { recursive: true }));
  const programs = await installPythonPrograms('check-manifests', join(import.meta.dirname, 'requirements.txt'));
  const { paths, all } = await writeManifests(folder);
  const [{ objects, passed, findings }, ...schemas] = await Promise.all([
    checkov(programs, folder),
    ...VERSIONS.map((version) => validate(programs, folder, paths, version)),
  ]);
  if (objects < paths.length) throw new Error(`checkov looked at ${objects} of ${paths.length} objects`);
  const unknown = new Set(schemas.flatMap((schema) => schema.unknown));
  const wrong = [...new Set(schemas.flatMap((schema) => schema.wrong)), ...unaccepted(findings, ACCEPTED)];
  console.log(`${all} objects of ${EVERY_STACK.length} stacks, ${paths.length} that differ`);
  console.log(`checkov: ${passed} checks passed, ${findings.length} did not`);
  console.log(
    `schemas of Kubernetes ${VERSIONS.join(' and ')}: ${schemas.flatMap((one) => one.wrong).length} differences`,
  );
  for (const kind of unknown) console.log(`﹣ there is no schema of ${kind}`);
  return wrong;
}
