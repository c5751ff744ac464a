import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveCache, MAX_AGE, MAX_UNKNOWN } from './live-cache.ts';
import type { LiveKey } from './use-cases/authentication.ts';

const KEY: LiveKey = {
  principal: {
    tenantId: 't',
    actor: 'lm_1',
    auditedAs: { type: 'key', id: 'k', prefix: 'lm_1' },
    scopes: ['read'],
    requestsPerMinute: undefined,
  },
  isSuspended: false,
  id: 'k',
  hash: Buffer.alloc(32),
  msLeft: Number.POSITIVE_INFINITY,
  isUseDue: false,
};

/** A cache of what `keys` has, with a clock that stands still, and a count of what was read. */
function cacheOf(keys: Map<string, LiveKey>) {
  const state = { now: 0, reads: 0, read: async (prefix: string): Promise<LiveKey | undefined> => keys.get(prefix) };
  const cache = createLiveCache(
    (prefix) => {
      state.reads += 1;
      return state.read(prefix);
    },
    () => state.now,
  );
  return { cache, state };
}

test('what was read is believed for its time and no longer', async () => {
  const keys = new Map([['lm_1', KEY]]);
  const { cache, state } = cacheOf(keys);
  assert.equal(await cache.find('lm_1'), KEY);
  keys.clear();
  state.now = MAX_AGE - 1;
  assert.equal(await cache.find('lm_1'), KEY);
  state.now = MAX_AGE;
  assert.equal(await cache.find('lm_1'), undefined);
  assert.equal(await cache.find('lm_1'), undefined);
  assert.equal(state.reads, 2, 'that a key is none is remembered too');
  keys.set('lm_1', KEY);
  state.now = 2 * MAX_AGE;
  assert.equal(await cache.find('lm_1'), KEY);
});

test('a key is not believed beyond its expiry', async () => {
  const { cache, state } = cacheOf(new Map([['lm_1', { ...KEY, msLeft: 100 }]]));
  await cache.find('lm_1');
  state.now = 99;
  await cache.find('lm_1');
  assert.equal(state.reads, 1);
  state.now = 100;
  await cache.find('lm_1');
  assert.equal(state.reads, 2);
});

test('many who ask at a time are one reading, and its failure is remembered by nobody', async () => {
  const { cache, state } = cacheOf(new Map());
  const { promise, resolve, reject } = Promise.withResolvers<LiveKey>();
  state.read = () => promise;
  const asked = [1, 2, 3].map(() => cache.find('lm_1'));
  reject(new Error('down'));
  assert.deepEqual(
    (await Promise.allSettled(asked)).map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
  assert.equal(state.reads, 1);
  resolve(KEY);
  state.read = async () => KEY;
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => cache.find('lm_1'))), [KEY, KEY, KEY]);
  assert.equal(state.reads, 2);
});

test('while the database is down a key works for as long as it was believed, and no longer', async () => {
  const { cache, state } = cacheOf(new Map([['lm_1', KEY]]));
  await cache.find('lm_1');
  state.read = () => Promise.reject(new Error('down'));
  state.now = MAX_AGE - 1;
  assert.equal(await cache.find('lm_1'), KEY);
  state.now = MAX_AGE;
  await assert.rejects(async () => cache.find('lm_1'), /down/);
});

test('a slow reading is not believed by those who came long after it began', async () => {
  const { cache, state } = cacheOf(new Map());
  const { promise, resolve } = Promise.withResolvers<LiveKey>();
  state.read = () => promise;
  const first = cache.find('lm_1');
  state.now = MAX_AGE - 1;
  const later = cache.find('lm_1');
  state.now = MAX_AGE;
  state.read = async () => undefined;
  resolve(KEY);
  assert.equal(await first, KEY, 'it was let in by what was so after it came');
  assert.equal(await later, undefined);
});

test('what this process has changed is read anew, also when it was being read', async () => {
  const { cache, state } = cacheOf(new Map());
  const { promise, resolve } = Promise.withResolvers<LiveKey>();
  state.read = () => promise;
  const before = cache.find('lm_1');
  cache.forget('lm_1');
  state.read = async () => undefined;
  resolve(KEY);
  await before;
  assert.equal(await cache.find('lm_1'), undefined);
});

test('garbage pushes out garbage, and no key', async () => {
  const { cache, state } = cacheOf(new Map([['lm_1', KEY]]));
  await cache.find('lm_1');
  for (let n = 0; n <= MAX_UNKNOWN; n += 1) await cache.find(`none_${n}`);
  state.reads = 0;
  await cache.find('lm_1');
  await cache.find(`none_${MAX_UNKNOWN}`);
  assert.equal(state.reads, 0);
  await cache.find('none_0');
  assert.equal(state.reads, 1, 'the oldest was forgotten');
});
