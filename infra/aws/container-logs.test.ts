import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';

async function run(given: Record<string, string> = {}) {
  const { resources } = await runProgram('prod', stackConfig('prod', { ...SUPPLIED.prod, ...given }), program);
  const groups = resources.filter(({ inputs }) => String(inputs.name).startsWith('/aws/containerinsights/'));
  const addOn = resources.find(({ name }) => name === 'amazon-cloudwatch-observability');
  const role = resources.find(({ type, name }) => type === 'aws:iam/role:Role' && name === 'cloudwatch-agent');
  return { groups, addOn, role };
}

// One after the other: the engine's runtime is one for all of a process.
const on = await run();
const off = await run({ containerLogs: 'false' });

test('what containers write is in groups that were there before, with a key and an end', () => {
  assert.deepEqual(
    on.groups.map(({ inputs }) => inputs.name),
    ['application', 'dataplane', 'host', 'performance'].map((one) => `/aws/containerinsights/logomorph-prod/${one}`),
  );
  for (const { inputs } of on.groups)
    assert.deepEqual([inputs.kmsKeyId, inputs.retentionInDays], ['arn:aws:kms:::platform', 365]);
  // Its groups and its rights.
  assert.equal([on.addOn?.opts.dependsOn].flat().length, 5);
});

test('is brought there by pods of one service account, which nothing else may be', () => {
  assert.deepEqual(on.addOn?.inputs.podIdentityAssociations, [
    { serviceAccount: 'cloudwatch-agent', roleArn: 'arn:aws:iam:::cloudwatch-agent' },
  ]);
  const [trust] = JSON.parse(String(on.role?.inputs.assumeRolePolicy)).Statement;
  const { 'aws:RequestTag/kubernetes-namespace': namespace, 'aws:RequestTag/kubernetes-service-account': account } =
    trust.Condition.StringEquals;
  assert.deepEqual([namespace, account], ['amazon-cloudwatch', 'cloudwatch-agent']);
});

test('and is left where it is where the setting says so', () => {
  assert.deepEqual([off.groups, off.addOn, off.role], [[], undefined, undefined]);
});
