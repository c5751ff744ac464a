import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { together } from './together.ts';

/** Calls that are noted, and end when they are told to. */
function calls() {
  const made: { asks: readonly number[]; end: PromiseWithResolvers<readonly number[]> }[] = [];
  const call = (asks: readonly number[]) => {
    const end = Promise.withResolvers<readonly number[]>();
    made.push({ asks, end });
    return end.promise;
  };
  const double = (index: number) => made[index]?.end.resolve(made[index].asks.map((ask) => ask * 2));
  return { made, call, double, asked: () => made.map(({ asks }) => asks) };
}

test('who comes alone goes at once, and those who come meanwhile go together when it is back', async () => {
  const { call, double, asked } = calls();
  const ask = together(call, 3);
  const first = ask(1);
  await turn();
  assert.deepEqual(asked(), [[1]]);
  const others = [2, 3, 4, 5].map(ask);
  await turn();
  assert.deepEqual(asked(), [[1]], 'one call is under way at a time');
  double(0);
  assert.equal(await first, 2);
  assert.deepEqual(asked(), [[1], [2, 3, 4]], 'in the order in which they came, and no more than may');
  double(1);
  assert.deepEqual(await Promise.all(others.slice(0, 3)), [4, 6, 8]);
  double(2);
  assert.equal(await others[3], 10);
  const next = ask(6);
  await turn();
  double(3);
  assert.equal(await next, 12);
});

test('a call that fails is told to those who were in it, and to nobody else', async () => {
  const { made, call, double, asked } = calls();
  const ask = together(call, 2);
  const answers = Promise.allSettled([1, 2, 3, 4].map(ask));
  await turn();
  made[0]?.end.reject(new Error('broken'));
  await turn();
  double(1);
  assert.deepEqual(
    (await answers).map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed')),
    ['failed', 'failed', 6, 8],
  );
  assert.deepEqual(asked(), [
    [1, 2],
    [3, 4],
  ]);
});
