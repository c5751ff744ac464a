import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile } from './percentile.ts';

test('a percentile is one of the values, by the nearest rank', () => {
  const values = [30, 10, 20, 50, 40];
  assert.equal(percentile(values, 0.5), 30);
  assert.equal(percentile(values, 0.95), 50);
  assert.equal(percentile(values, 0.2), 10);
  assert.equal(percentile([7], 0), 7);
  assert.throws(() => percentile([], 0.5), /no percentile/);
});
