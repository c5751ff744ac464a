import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  await assert.rejects(
    lockDataFolder(file),
    /^StartError: LOGOMORPH_DATA: the data folder cannot be .*(ENOTDIR|EEXIST)/,
  );
});

test('of starts at one moment one gets the folder, and the others are told that it is in use', async (t) => {
  const module = JSON.stringify(new URL('./data-lock.ts', import.meta.url).href);
  // Each waits for the same moment, and keeps what it got until all have tried.
  const script = (folder: string, moment: number) => `
    const { once } = await import('node:events');
    const { lockDataFolder } = await import(${module});
    await new Promise((resolve) => setTimeout(resolve, ${moment} - Date.now()));
    await lockDataFolder(${JSON.stringify(folder)}).then(() => console.log('locked'), (error) => console.log(error.message));
    await once(process.stdin.resume(), 'end');`;
  for (let round = 0; round < 3; round += 1) {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'start.lock'), `${process.ppid}\nnode standalone/main.ts of another day\n`);
    const moment = Date.now() + 1000;
    const starts = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', script(folder, moment)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const said = await Promise.all(starts.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
    for (const { stdin } of starts) stdin.end();
    assert.equal(said.filter((line) => line === 'locked').length, 1, said.join('\n'));
    assert.equal(said.filter((line) => line.includes('in use by')).length, 3, said.join('\n'));
  }
});
