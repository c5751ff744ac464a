import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { storedFiles } from '../testing/stored-files.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { until } from '../testing/until.ts';
import { removeLeftovers } from './folder-leftovers.ts';
import { folderStore } from './folder-store.ts';

test('what a killed write has left is removed when it is old, and nothing else is', async (t) => {
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  await store.put('t/logos/3f1c9a52-7c10-4a51-8b3e-5d4c3b2a1f0e', Buffer.from('a logo'), 'image/png');
  await store.put('t/outputs/key/Set.appiconset/icon.png', Buffer.from('an icon'), 'image/png');
  const kept = await storedFiles(folder);

  const body = new PassThrough();
  body.write('half of it');
  // It is at work as long as the test, as that of a process that was killed would be for ever.
  const writing = store.putStream('t/uploads/9a2c9a52-7c10-4a51-8b3e-5d4c3b2a1f0e', body, SIZE);
  const ended = assert.rejects(writing, { code: 'ENOENT' });
  await until(async () => (await newIn(folder, kept)).length === 1);
  const [temporary = ''] = await newIn(folder, kept);
  const now = new Date();
  for (const path of kept) await utimes(join(folder, path), 0, 0);
  assert.equal(await removeLeftovers(folder, now), 0, 'one that is written now stays');
  assert.deepEqual(await newIn(folder, kept), [temporary]);

  await utimes(join(folder, temporary), now, new Date(now.valueOf() - 3_601_000));
  assert.equal(await removeLeftovers(folder, now), 1);
  assert.deepEqual(await storedFiles(folder), kept);
  body.end();
  await ended;
});

test('a folder that is not there has no leftovers', async (t) => {
  assert.equal(await removeLeftovers(join(await temporaryFolder(t), 'none'), new Date()), 0);
});

const SIZE = { bytes: 20, sha256: '0'.repeat(64) };

async function newIn(folder: string, known: readonly string[]): Promise<string[]> {
  return (await storedFiles(folder)).filter((path) => !known.includes(path));
}
