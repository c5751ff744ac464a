import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageVersion, recommendedLabels, selectorLabels } from './labels.ts';

const own = { name: 'postgres', component: 'database', instance: 'logomorph' };

test('the labels are those that Kubernetes recommends', () => {
  assert.deepEqual(recommendedLabels({ ...own, version: '17' }), {
    'app.kubernetes.io/name': 'postgres',
    'app.kubernetes.io/instance': 'logomorph',
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/part-of': 'logomorph',
    'app.kubernetes.io/managed-by': 'pulumi',
    'app.kubernetes.io/version': '17',
  });
});

test('no version changes what is selected', () => {
  const selected = Object.keys(selectorLabels({ ...own }));
  assert.deepEqual(
    selected,
    ['name', 'instance', 'component'].map((label) => `app.kubernetes.io/${label}`),
  );
});

const VERSIONS = {
  'postgres:17-bookworm': '17-bookworm',
  'localhost:5001/logomorph/service': 'latest',
  'localhost:5001/logomorph/service:v1.2': 'v1.2',
  [`registry.test/service@sha256:${'0123456789ab'.repeat(6).slice(0, 64)}`]: '0123456789ab',
  [`registry.test/service:v2@sha256:${'0'.repeat(64)}`]: 'v2',
  [`service:${'x'.repeat(62)}-y`]: 'x'.repeat(62),
};

for (const [image, version] of Object.entries(VERSIONS)) {
  test(`the version of ${image} is ${version}`, () => assert.equal(imageVersion(image), version));
}
