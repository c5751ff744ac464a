import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceMemory } from './source-memory.ts';

/** A memory of 10 bytes, and what was read for it. */
function setUp() {
  const memory = sourceMemory(10);
  const reads: string[] = [];
  const ask = (sha256: string, bytes = 4) =>
    memory.of(sha256, async () => {
      reads.push(sha256);
      return Buffer.alloc(bytes, sha256);
    });
  return { ask, reads };
}

test('what was read is not read again, and those asked for last are kept', async () => {
  const { ask, reads } = setUp();
  assert.deepEqual(await ask('a'), Buffer.from('aaaa'));
  await ask('b');
  assert.deepEqual(await ask('a'), Buffer.from('aaaa'));
  await ask('c');
  await ask('a');
  assert.deepEqual(reads, ['a', 'b', 'c']);
  await ask('b');
  assert.deepEqual(reads, ['a', 'b', 'c', 'b']);
});

test('one that is larger than the memory is given, and nothing is kept in its place', async () => {
  const { ask, reads } = setUp();
  await ask('large', 11);
  await ask('large', 11);
  await ask('a');
  await ask('a');
  assert.deepEqual(reads, ['large', 'large', 'a']);
});

test('what could not be read is asked for again, and those that come together fit as well', async () => {
  const { ask, reads } = setUp();
  const memory = sourceMemory(10);
  await assert.rejects(
    memory.of('a', async () => assert.fail('the store is down')),
    /down/,
  );
  assert.deepEqual(await memory.of('a', async () => Buffer.from('back')), Buffer.from('back'));
  await Promise.all([ask('x'), ask('x'), ask('y')]);
  await ask('x');
  await ask('y');
  assert.deepEqual(reads, ['x', 'x', 'y']);
});

test('what nobody asked for in ten minutes is kept no more', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { ask, reads } = setUp();
  await ask('a');
  t.mock.timers.tick(599_000);
  await ask('a');
  t.mock.timers.tick(599_000);
  await ask('a');
  assert.deepEqual(reads, ['a']);
  t.mock.timers.tick(601_000);
  await ask('a');
  assert.deepEqual(reads, ['a', 'a']);
});
