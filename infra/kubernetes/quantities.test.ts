import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, cores, mebibytes } from './quantities.ts';

test('quantities are read as Kubernetes reads them', () => {
  assert.deepEqual(['100m', '2', '0.5', '512Mi', '1Gi'].map(amount), [0.1, 2, 0.5, 512 * 2 ** 20, 2 ** 30]);
  assert.ok(Number.isNaN(amount('much')));
});

test('sums are written so that they hold what went into them', () => {
  assert.equal(cores(amount('100m') + amount('0.5')), '600m');
  assert.equal(cores(0.0001), '1m');
  assert.equal(mebibytes(amount('1Gi') + amount('512Mi')), '1536Mi');
});
