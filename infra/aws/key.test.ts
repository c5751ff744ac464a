import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, runProgram } from '../testing/run-program.ts';
import { EncryptionKey } from './key.ts';

async function key(more: { forLogs?: boolean; protect?: boolean }) {
  const { resources } = await runProgram('prod', {}, () => ({
    arn: new EncryptionKey('data', {
      account: ACCOUNT,
      region: 'eu-central-1',
      description: 'Tests',
      protect: true,
      ...more,
    }).arn,
  }));
  const [own = assert.fail('there is no key')] = resources.filter(({ type }) => type === 'aws:kms/key:Key');
  return { opts: own.opts, inputs: own.inputs, statements: JSON.parse(String(own.inputs.policy)).Statement };
}

test('a key is renewed each year, and its account can always mend its policy', async () => {
  const { opts, inputs, statements } = await key({});
  assert.equal(inputs.enableKeyRotation, true);
  assert.equal(opts.protect, true);
  assert.equal((await key({ protect: false })).opts.protect, false);
  assert.equal(statements.length, 1);
  assert.deepEqual(statements[0].Principal, { AWS: `arn:aws:iam::${ACCOUNT}:root` });
});

test('CloudWatch may use a key for logs, for those of the account alone', async () => {
  const [, logs] = (await key({ forLogs: true })).statements;
  assert.deepEqual(logs.Principal, { Service: 'logs.eu-central-1.amazonaws.com' });
  assert.ok(!logs.Action.includes('kms:*'));
  assert.deepEqual(logs.Condition, {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:*` },
  });
});
