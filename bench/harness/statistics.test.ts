import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile, slope } from './statistics.ts';

test('a percentile is one of the values, by the nearest rank', () => {
  const values = [30, 10, 20, 50, 40];
  assert.equal(percentile(values, 0.5), 30);
  assert.equal(percentile(values, 0.95), 50);
  assert.equal(percentile(values, 0.2), 10);
  assert.equal(percentile([7], 0), 7);
  assert.throws(() => percentile([], 0.5), /no percentile/);
});

test('a median lies between the two values in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 10, 2, 1]), 3);
  assert.throws(() => median([]), /no median/);
});

test('a slope is the rise from a value to the next, whatever noise lies around the line', () => {
  assert.equal(slope([3, 5, 7, 9]), 2);
  assert.equal(slope([8, 8, 8]), 0);
  const noisy = Array.from({ length: 100 }, (_, at) => 3 * at + (at % 2 ? 5 : -5));
  assert.ok(Math.abs(slope(noisy) - 3) < 0.01);
});
