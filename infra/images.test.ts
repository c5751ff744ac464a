import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Images } from './images.ts';
import { runProgram } from './testing/run-program.ts';

test('pinned images are taken as they are, and nothing is built', async () => {
  const { resources, outputs } = await runProgram('local', {}, () => {
    const { service, worker } = new Images('images', {
      source: 'pinned',
      service: 'a/service:1',
      worker: 'a/worker:2',
    });
    return { service, worker };
  });
  assert.deepEqual(outputs, { service: 'a/service:1', worker: 'a/worker:2' });
  assert.deepEqual(
    resources.filter(({ type }) => type.startsWith('docker:')),
    [],
  );
});

test('built images are those of the Dockerfile, pushed, and named by digest', async () => {
  const { resources, outputs } = await runProgram('local', {}, () => {
    const { service, worker } = new Images('images', { source: 'build', repository: 'localhost:5001/logomorph' });
    return { service, worker };
  });
  assert.match(String(Object(outputs).service), /^localhost:5001\/logomorph\/service@sha256:[0-9a-f]{64}$/);
  assert.match(String(Object(outputs).worker), /^localhost:5001\/logomorph\/worker@sha256:[0-9a-f]{64}$/);
  const built = resources.filter(({ type }) => type === 'docker:index/image:Image');
  assert.deepEqual(
    built.map(({ name, inputs }) => [name, Object(inputs.build).target, inputs.skipPush ?? false]),
    [
      ['service', 'service', false],
      ['worker', 'worker', false],
    ],
  );
});
