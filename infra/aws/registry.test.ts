import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '../testing/run-program.ts';
import { Registry } from './registry.ts';

const { resources, outputs } = await runProgram('prod', {}, () => {
  const { service, worker } = new Registry('registry', { prefix: 'logomorph-prod', keyArn: 'arn:key', protect: true });
  return { service, worker };
});
const ofType = (type: string) => resources.filter((resource) => resource.type === type);

test('there is a place for the image of each program', () => {
  const names = ofType('aws:ecr/repository:Repository').map(({ inputs }) => inputs.name);
  assert.deepEqual(names, ['logomorph-prod/service', 'logomorph-prod/worker']);
  assert.match(String(outputs.service), /\/logomorph-prod\/service$/);
  assert.match(String(outputs.worker), /\/logomorph-prod\/worker$/);
});

test('images stay what they are, are scanned and encrypted, and their place is not deleted', () => {
  for (const { inputs, opts } of ofType('aws:ecr/repository:Repository')) {
    assert.equal(inputs.imageTagMutability, 'IMMUTABLE');
    assert.deepEqual(inputs.imageScanningConfiguration, { scanOnPush: true });
    assert.deepEqual(inputs.encryptionConfigurations, [{ encryptionType: 'KMS', kmsKey: 'arn:key' }]);
    assert.equal(opts.protect, true);
    assert.ok(!inputs.forceDelete);
  }
});

test('old images go, in the order that AWS wants rules in', () => {
  const policies = ofType('aws:ecr/lifecyclePolicy:LifecyclePolicy');
  assert.equal(policies.length, 2);
  for (const { inputs } of policies) {
    const { rules } = JSON.parse(String(inputs.policy));
    assert.deepEqual(
      rules.map(({ rulePriority, selection }: { rulePriority: number; selection: { tagStatus: string } }) => [
        rulePriority,
        selection.tagStatus,
      ]),
      [
        [1, 'untagged'],
        [2, 'tagged'],
      ],
    );
  }
});
