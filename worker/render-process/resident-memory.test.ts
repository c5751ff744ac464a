import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { residentBytes, watchMemory } from './resident-memory.ts';

test('resident memory is what the process itself says', () => {
  const own = process.memoryUsage.rss();
  assert.ok(Math.abs(residentBytes(process.pid) - own) < 0.1 * own);
});

test('a process that is gone has none', () => {
  assert.equal(residentBytes(spawnSync('true').pid), 0);
  assert.equal(residentBytes(undefined), 0);
});

test('the watch calls once, and only above the limit', async () => {
  let calls = 0;
  {
    using _high = watchMemory(process.pid, 2 ** 50, () => assert.fail('below'));
    await new Promise<void>((resolve) => {
      const low = watchMemory(process.pid, 1, () => {
        calls += 1;
        setTimeout(() => {
          low[Symbol.dispose]();
          resolve();
        }, 200);
      });
    });
  }
  assert.equal(calls, 1);
});
