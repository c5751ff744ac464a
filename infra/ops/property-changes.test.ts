import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { propertyChanges } from './property-changes.ts';
import { propertyDiff } from './property-diff.ts';

type Metadata = NonNullable<EngineEvent['resourcePreEvent']>['metadata'];

function step(path: string, before: object, after: object, type = 'kubernetes:core/v1:ConfigMap'): Metadata {
  const detailedDiff = { [path]: { diffKind: 'update', inputDiff: true } };
  return JSON.parse(JSON.stringify({ type, detailedDiff, old: { inputs: before }, new: { inputs: after } }));
}

test('values are found at the paths that the engine writes', () => {
  const at = (path: string, value: object) => propertyChanges(step(path, {}, value))[0]?.after;
  assert.equal(at('spec.containers[1].image', { spec: { containers: [{}, { image: 'a:1' }] } }), 'a:1');
  assert.equal(
    at('metadata.labels["app.kubernetes.io/name"]', { metadata: { labels: { 'app.kubernetes.io/name': 'x' } } }),
    'x',
  );
  assert.equal(at('spec.replicas', { spec: { replicas: 3 } }), '3');
  assert.equal(at('spec.missing.deep', { spec: 1 }), undefined);
});

test('of long texts only what differs is shown', () => {
  const lines = (middle: string) => ['a', 'b', middle, 'c', 'd'].join('\n');
  const changes = propertyChanges(
    step('data.file', { data: { file: lines('old') } }, { data: { file: lines('new') } }),
  );
  assert.equal(propertyDiff(changes), '```diff\n  data.file\n- old\n+ new\n```');
});

test('an added property has no side before, and a long value is cut', () => {
  const diff = propertyDiff(propertyChanges(step('data.a', {}, { data: { a: 'x'.repeat(700) } })));
  assert.match(diff, /^```diff\n {2}data\.a\n\+ x{600}… \(700 characters\)\n```$/);
});

test('data of a Kubernetes secret is never shown', () => {
  for (const path of ['data.password', 'stringData["a.b"]', 'stringData']) {
    const [change] = propertyChanges(step(path, {}, { data: { password: 'open' } }, 'kubernetes:core/v1:Secret'));
    assert.equal(change?.after, '[secret]');
  }
});
