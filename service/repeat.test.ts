import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { silent } from '@logomorph/core/testing/database.ts';
import { inTurn, repeat } from './repeat.ts';

test('a repeating task goes on after a failure, and stops for good', async () => {
  let runs = 0;
  const { promise: thirdRun, resolve } = Promise.withResolvers<void>();
  const task = repeat(
    async () => {
      runs += 1;
      if (runs === 3) resolve();
      if (runs === 1) throw new Error('the first run fails');
    },
    0.01,
    silent,
    'test',
  );
  await thirdRun;
  await task.stop();
  const after = runs;
  await sleep(50);
  assert.equal(runs, after);
});

test('of tasks in turn none is left out for the failure of another', async () => {
  const done: string[] = [];
  const tasks = ['a', 'b', 'c'].map((name) => async () => {
    done.push(name);
    if (name !== 'c') throw new Error(name);
  });
  await assert.rejects(inTurn(tasks), /^Error: a$/);
  assert.deepEqual(done, ['a', 'b', 'c']);
});
