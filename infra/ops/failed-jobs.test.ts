import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedAmong, failedJobs } from './failed-jobs.ts';

const stack = (resources?: object[]) => ({ exportStack: async () => ({ version: 3, deployment: { resources } }) });

test('Jobs that failed are made anew, and nothing else is', async () => {
  const urn = 'urn:pulumi:local::logomorph::kubernetes:batch/v1:Job::migrations';
  const job = { urn, type: 'kubernetes:batch/v1:Job', inputs: {} };
  const deployment = { urn: `${urn}-not`, type: 'kubernetes:apps/v1:Deployment', initErrors: ['timed out'] };
  assert.deepEqual(await failedJobs(stack([job, deployment])), []);
  assert.deepEqual(await failedJobs(stack([{ ...job, initErrors: ['Failed'] }, deployment])), [urn]);
  assert.deepEqual(await failedJobs(stack()), [], 'a stack without resources');
});

test('Jobs that failed after a deploy had left them are known by the cluster', async () => {
  const job = (name: string, type?: string) => ({
    metadata: { namespace: 'logomorph', name },
    ...(type && { status: { conditions: [{ type, status: 'True' }] } }),
  });
  const failed = failedAmong(JSON.stringify({ items: [job('a', 'Failed'), job('b', 'Complete'), job('c')] }));
  assert.deepEqual(failed, ['logomorph/a']);
  const type = 'kubernetes:batch/v1:Job';
  const state = stack(['a', 'b'].map((name) => ({ urn: `urn:${name}`, type, id: `logomorph/${name}` })));
  assert.deepEqual(await failedJobs(state, failed), ['urn:a']);
});
