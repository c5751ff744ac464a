import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchQueue } from './watched-queue.ts';

const firstRun = (id: string) => ({ id, run: 1 });

/** A queue that has what it was last said to have. */
function queueWith(counts: { waiting: number; active: number }) {
  const has = { delayed: 0, ...counts };
  return { has, counts: async () => has, add: async () => {} };
}

test('a queue runs low as workers begin what waited, each once whatever happens to it after', async () => {
  const watched = watchQueue(queueWith({ waiting: 0, active: 1 }));
  await watched.counts();
  assert.ok(watched.isLow());
  await watched.add(['a', 'b', 'c'].map(firstRun));
  assert.ok(!watched.isLow());
  assert.ok(watched.named('a'));
  for (let event = 0; event < 5; event += 1) assert.ok(!watched.named('a'));
  assert.ok(!watched.isLow(), 'two wait');
  assert.ok(watched.named('b'));
  assert.ok(watched.isLow(), 'one waits');
});

test('what others add and what is lost is seen when the queue is asked', async () => {
  const queue = queueWith({ waiting: 5, active: 1 });
  const watched = watchQueue(queue);
  await watched.counts();
  assert.ok(!watched.isLow());
  queue.has.waiting = 0;
  assert.ok(!watched.isLow());
  await watched.counts();
  assert.ok(watched.isLow());
});

test('the more workers there are, the earlier a queue is low', async () => {
  const watched = watchQueue(queueWith({ waiting: 4, active: 12 }));
  await watched.counts();
  assert.ok(watched.isLow());
});

test('jobs that could not be added are not counted', async () => {
  const queue = { ...queueWith({ waiting: 0, active: 0 }), add: () => Promise.reject(new Error('down')) };
  const watched = watchQueue(queue);
  await watched.counts();
  await assert.rejects(watched.add(['a', 'b', 'c'].map(firstRun)), /down/);
  assert.ok(watched.isLow());
});
