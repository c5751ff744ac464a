import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRateCounter } from './counter.ts';

const WINDOW = 60_000;

/** A store with one window a key, as Redis would have it, and a clock that tests move. */
function fakeStore() {
  const clock = { now: 0 };
  const rows = new Map<string, { points: number; until: number }>();
  const store = {
    clock,
    asked: 0,
    now: () => clock.now,
    async count(key: string, points: number) {
      store.asked += 1;
      await Promise.resolve();
      const open = rows.get(key);
      const row = open !== undefined && clock.now < open.until ? open : { points: 0, until: clock.now + WINDOW };
      row.points += points;
      rows.set(key, row);
      return { points: row.points, msLeft: row.until - clock.now };
    },
  };
  return store;
}

test('a limit is met exactly, by one replica and by three, one after the other and all at once', async () => {
  for (const replicas of [1, 3]) {
    for (const together of [false, true]) {
      const store = fakeStore();
      const counters = Array.from({ length: replicas }, () => createRateCounter(store.count, store.now));
      let allowed = 0;
      const takeOne = async (at: number) => {
        const taken = await counters[at % replicas]?.take('k', 500, 1);
        if (taken?.allowed) allowed += 1;
      };
      const all = Array.from({ length: 1500 }, (_, at) => at);
      if (together) await Promise.all(all.map(takeOne));
      else for (const at of all) await takeOne(at);
      assert.ok(allowed <= 500, `${allowed} of 500 by ${replicas}`);
      // What a replica has fetched when another asks in vain is used by its own next requests.
      assert.equal(allowed, 500, `${allowed} of 500 by ${replicas}, ${together ? 'at once' : 'in turn'}`);
      assert.ok(store.asked < 500, `the store was asked ${store.asked} times`);
    }
  }
});

test('what is left counts down to nothing, and comes back with the next window', async () => {
  const store = fakeStore();
  const counter = createRateCounter(store.count, store.now);
  const left: number[] = [];
  for (let at = 0; at < 3; at++) left.push((await counter.take('k', 3, 1)).left);
  assert.deepEqual(left, [2, 1, 0]);
  const { asked } = store;
  store.clock.now += 20_000;
  assert.deepEqual(await counter.take('k', 3, 1), { allowed: false, left: 0, msLeft: 40_000 });
  assert.equal(store.asked, asked, 'nobody asks the store in vain');
  store.clock.now += 40_000;
  assert.deepEqual(await counter.take('k', 3, 1), { allowed: true, left: 2, msLeft: WINDOW });
});

test('many points at once are taken whole or not at all, and fewer may still go', async () => {
  const store = fakeStore();
  const counter = createRateCounter(store.count, store.now);
  assert.equal((await counter.take('k', 150, 100)).allowed, true);
  assert.equal((await counter.take('k', 150, 100)).allowed, false);
  assert.deepEqual(await counter.take('k', 150, 50), { allowed: true, left: 0, msLeft: WINDOW });
});

test('a store that fails is told to who waits, and asked again by the next', async () => {
  let down = true;
  const store = fakeStore();
  const count = async (key: string, points: number) => {
    if (down) throw new Error('down');
    return store.count(key, points);
  };
  const counter = createRateCounter(count, store.now);
  const failed = await Promise.allSettled([counter.take('k', 5, 1), counter.take('k', 5, 1)]);
  assert.deepEqual(
    failed.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  down = false;
  assert.equal((await counter.take('k', 5, 1)).left, 4);
});
