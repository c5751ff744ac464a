import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { stopwatch } from './stopwatch.ts';

const skip = existsSync('/proc/self/stat') ? false : 'only Linux tells it, in /proc';

test('it tells what processors spent on processes that ended', { skip }, () => {
  const took = stopwatch();
  spawnSync(process.execPath, ['-e', 'while (process.cpuUsage().user < 200_000);']);
  const spent = /^[\d.]+ s, ([\d.]+) s of CPU$/.exec(took())?.[1];
  assert.ok(Number(spent) >= 0.2, spent);
});
