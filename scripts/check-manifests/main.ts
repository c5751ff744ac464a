import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from '@logomorph/infra/setting-keys.ts';
import { EVERY_STACK } from '@logomorph/infra/testing/every-stack.ts';
import { installPythonPrograms, whyNoPython } from '../../e2e/harness/python-programs.ts';
import { ACCEPTED } from './accepted.ts';
import { checkov } from './checkov.ts';
import { unaccepted } from './finding.ts';
import { validate } from './kubernetes-validate.ts';
import { writeStacks } from './rendered.ts';

// `npm run check:manifests`: what every stack would have in Kubernetes and in AWS, checked without either.

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
  await using temporary = await mkdtempDisposable(join(tmpdir(), 'logomorph-manifests-'));
  const folder = temporary.path;
  const programs = await installPythonPrograms('check-manifests', join(import.meta.dirname, 'requirements.txt'));
  const { paths, all, awsTypes } = await writeStacks(folder);
  const [{ kubernetes, terraform_plan: aws }, ...schemas] = await Promise.all([
    checkov(programs, folder),
    ...VERSIONS.map((version) => validate(programs, folder, paths, version)),
  ]);
  if (kubernetes.resources < paths.length)
    throw new Error(`checkov looked at ${kubernetes.resources} of ${paths.length} objects`);
  const unknown = new Set(schemas.flatMap((schema) => schema.unknown));
  const wrong = new Set(schemas.flatMap((schema) => schema.wrong));
  console.log(`${all} objects of ${EVERY_STACK.length} stacks in Kubernetes, ${paths.length} that differ`);
  console.log(`schemas of Kubernetes ${VERSIONS.join(' and ')}: ${wrong.size} differences`);
  for (const kind of unknown) console.log(`﹣ there is no schema of ${kind}`);
  console.log(`checkov, Kubernetes: ${kubernetes.passed} checks passed, ${kubernetes.findings.length} did not`);
  console.log(`checkov, AWS: ${aws.passed} checks passed, ${aws.findings.length} did not`);
  console.log(`﹣ it has no check of ${[...awsTypes].filter((type) => !aws.types.has(type)).join(', ')}`);
  return [...wrong, ...unaccepted([...kubernetes.findings, ...aws.findings], ACCEPTED)];
}
