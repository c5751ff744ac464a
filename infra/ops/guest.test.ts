import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuest, isPast } from './guest.ts';

test('stacks of pull requests are known by their names', () => {
  assert.ok(isGuest('pr-12'));
  for (const name of ['pr-', 'pr-x', 'staging', 'prod', 'local', 'my-pr-12', 'pr-12-x'])
    assert.ok(!isGuest(name), name);
});

test('a stack is there until its last day is over', () => {
  const now = new Date('2026-12-02T23:59:00Z');
  assert.ok(!isPast({ lastUpdate: '2026-01-01T00:00:00Z' }, '2026-12-02', now));
  assert.ok(isPast({ lastUpdate: '2026-12-02T00:00:00Z' }, '2026-12-01', now));
});

test('one that was never brought up as a whole is there for as long', () => {
  const now = new Date('2026-12-05T12:00:00Z');
  assert.ok(!isPast({ lastUpdate: '2026-12-02T13:00:00Z' }, undefined, now));
  assert.ok(isPast({ lastUpdate: '2026-12-02T11:00:00Z' }, undefined, now));
  assert.ok(!isPast({}, undefined, now), 'nothing was made yet');
});
