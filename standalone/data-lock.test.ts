import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockDataFolder } from './data-lock.ts';
import { commandOf } from './process-info.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('the folder is made, locked, and given back', async (t) => {
  const folder = join(temporaryFolder(t), 'new');
  const lock = await lockDataFolder(folder);
  assert.match(readFileSync(join(folder, 'start.lock'), 'utf8'), new RegExp(`^${process.pid}\n`));
  await lock[Symbol.asyncDispose]();
  assert.equal(existsSync(join(folder, 'start.lock')), false);
});

test('another start that runs is named', async (t) => {
  const folder = temporaryFolder(t);
  // The process that started this one is alive, and it is not this one.
  writeFileSync(join(folder, 'start.lock'), `${process.ppid}\n${commandOf(process.ppid)}\n`);
  await assert.rejects(lockDataFolder(folder), new RegExp(`in use by process ${process.ppid}`));
});

test('the lock of a start that was killed is taken over, also when its number is in use again', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'start.lock'), `${process.ppid}\nnode standalone/main.ts of another day\n`);
  await using _lock = await lockDataFolder(folder);
});

test('a folder that cannot be had is one clear line', async (t) => {
  const file = join(temporaryFolder(t), 'file');
  writeFileSync(file, '');
  await assert.rejects(lockDataFolder(file), /^StartError: LOGOMORPH_DATA: the data folder cannot be .*ENOTDIR/);
});
