import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRetryAfter, retryDelay } from './retry.ts';

const NOW = new Date('2026-11-24T08:00:00Z');

test('waits grow with each failure, are spread over half their length more, and end after the seventh', () => {
  const waits = (random: number) => [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => retryDelay(failures, 0, random));
  assert.deepEqual(waits(0), [5, 300, 1800, 7200, 14_400, 28_800, 36_000, undefined]);
  assert.deepEqual(waits(1), [7.5, 450, 2700, 10_800, 21_600, 43_200, 54_000, undefined]);
});

test('whatever the chances, a delivery is tried for more than a day', () => {
  const shortest = [1, 2, 3, 4, 5, 6, 7].reduce((sum, failures) => sum + (retryDelay(failures, 0, 0) ?? 0), 0);
  assert.ok(shortest > 86_400, `${shortest} s`);
});

test('a receiver is left alone for as long as it asks, but not for longer than a day', () => {
  assert.equal(retryDelay(1, 120, 0.5), 120);
  assert.equal(retryDelay(2, 120, 0), 300);
  assert.equal(retryDelay(1, 10 ** 9, 0), 86_400);
  assert.equal(retryDelay(8, 120, 0), undefined);
});

test('Retry-After is read as seconds and as a date', () => {
  assert.equal(readRetryAfter('120', NOW), 120);
  assert.equal(readRetryAfter('Tue, 24 Nov 2026 08:01:00 GMT', NOW), 60);
  for (const nothing of [undefined, '', 'soon', '-5', 'Tue, 24 Nov 2026 07:00:00 GMT', ['1', '2']]) {
    assert.equal(readRetryAfter(nothing, NOW), 0, String(nothing));
  }
});
