import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from './rules.ts';
import { type Known, startPack, urnOf } from './testing/engine.ts';

const bucket = { type: 'aws:s3/bucket:Bucket', name: 'data', properties: { bucket: 'data' } };
const autoscaler = {
  type: 'kubernetes:autoscaling/v2:HorizontalPodAutoscaler',
  name: 'api',
  properties: { spec: { scaleTargetRef: { kind: 'Deployment', name: 'api-1' } } },
};

function deployment(spec: Record<string, number>): Known {
  const properties = { metadata: { name: 'api-1' }, spec: { ...spec, template: { spec: { containers: [] } } } };
  return { type: 'kubernetes:apps/v1:Deployment', name: 'api', properties };
}

test('Pulumi starts the pack as it is, and finds every rule in it', async () => {
  await using pack = await startPack('prod', {});
  assert.deepEqual(await pack.rules(), ['reads-the-program', ...RULES.map(({ name }) => name)]);
});

test('the pack goes by what the program says, not by what the cluster made of it', async () => {
  await using pack = await startPack('prod', {});
  await pack.analyze(deployment({}));
  await pack.analyze(autoscaler);
  // The API server fills in how many pods there are.
  assert.deepEqual(await pack.analyzeStack([deployment({ replicas: 5 }), autoscaler]), []);
  await pack.analyze(deployment({ replicas: 3 }));
  const [refused = '', ...more] = await pack.analyzeStack([deployment({ replicas: 5 }), autoscaler]);
  assert.match(refused, /^no-replicas-beside-an-autoscaler: .*has replicas, and an autoscaler has them too/s);
  assert.deepEqual(more, []);
});

test('the pack takes a stack that does not say what it is for prod, and lets go what its config names, until a day', async () => {
  const named = { ...bucket, name: 'named' };
  const late = { ...bucket, name: 'late' };
  const allowed = `${urnOf(named)}@2999-12-31,${urnOf(late)}@2020-12-31`;
  await using pack = await startPack('prod', { 'logomorph:dataLossAllowed': allowed });
  for (const [known, problems] of [
    [bucket, 1],
    [{ ...bucket, protect: true }, 0],
    [named, 0],
    [late, 1],
  ] as const)
    assert.equal((await pack.analyze(known)).length, problems, known.name);
});

test('the pack knows the environment from the config', async () => {
  await using pack = await startPack('any', { 'logomorph:environment': 'staging' });
  assert.deepEqual(await pack.analyze(bucket), []);
});
