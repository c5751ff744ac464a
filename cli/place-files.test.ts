import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSafeName, stageFiles } from './place-files.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const bytes = Buffer.from('new');

test('only names of files below the folder are taken', () => {
  for (const name of ['a.png', 'a.appiconset/Contents.json', '..a', 'a b.png', '.hidden'])
    assert.ok(isSafeName(name), name);
  const refused = [
    '',
    '/a',
    '../a',
    'a/../../b',
    'a/..',
    './a',
    'a//b',
    'a/',
    '..',
    'a\\b',
    'C:a',
    'a\nb',
    'a\0',
    '.logomorph-x/a',
  ];
  for (const name of [...refused, 'a'.repeat(201)]) assert.ok(!isSafeName(name), JSON.stringify(name));
});

test('files are placed together, in folders of their own and over older ones', async (t) => {
  const out = join(await temporaryFolder(t), 'deep', 'out');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'a.png'), 'old');
  {
    await using staging = await stageFiles(out);
    await staging.add('a.png', bytes);
    await staging.add('set/b.png', bytes);
    assert.equal(await readFile(join(out, 'a.png'), 'utf8'), 'old');
    assert.deepEqual(await staging.place(), [join(out, 'a.png'), join(out, 'set/b.png')]);
  }
  assert.deepEqual((await readdir(out, { recursive: true })).sort(), ['a.png', 'set', 'set/b.png']);
  assert.equal(await readFile(join(out, 'a.png'), 'utf8'), 'new');
});

test('what is not placed leaves nothing, not even the folder', async (t) => {
  const folder = await temporaryFolder(t);
  const stopped = async () => {
    await using staging = await stageFiles(join(folder, 'new', 'out'));
    await staging.add('a.png', bytes);
    await staging.add('../../b.png', bytes);
  };
  await assert.rejects(stopped(), /named a file "\.\.\/\.\.\/b\.png"/);
  assert.deepEqual(await readdir(folder), []);
});

test('what others put into the folder meanwhile stays', async (t) => {
  const folder = await temporaryFolder(t);
  const stopped = async () => {
    await using staging = await stageFiles(join(folder, 'new', 'out', 'deep'));
    await staging.add('a.png', bytes);
    await writeFile(join(folder, 'new', 'out', 'of-others.txt'), 'kept');
    throw new Error('stopped');
  };
  await assert.rejects(stopped(), /stopped/);
  assert.deepEqual(await readdir(join(folder, 'new'), { recursive: true }), ['out', join('out', 'of-others.txt')]);
});

test('neither a link out of the folder is followed, nor a folder replaced, and then no file is placed', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'out');
  await mkdir(join(out, 'taken.png'), { recursive: true });
  await mkdir(join(folder, 'elsewhere'));
  await symlink(join(folder, 'elsewhere'), join(out, 'set'));
  for (const [name, message] of [
    ['set/b.png', /is not in/],
    ['taken.png', /is a folder/],
  ] as const) {
    await using staging = await stageFiles(out);
    await staging.add('a.png', bytes);
    await staging.add(name, bytes);
    await assert.rejects(staging.place(), message);
  }
  assert.deepEqual((await readdir(folder, { recursive: true })).sort(), [
    'elsewhere',
    'out',
    'out/set',
    'out/taken.png',
  ]);
});
