import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { linesOf, readNamedFile } from './read-named-file.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const OWN = fileURLToPath(import.meta.url);

test('a file that cannot be read is told by its name', async () => {
  assert.match((await readNamedFile(OWN)).toString(), /told by its name/);
  const folder = dirname(OWN);
  await assert.rejects(readNamedFile(folder), new Error(`${folder} is a folder, and not a file`));
  const missing = join(folder, 'no-such.svg');
  await assert.rejects(readNamedFile(missing), { message: `ENOENT: no such file or directory, open '${missing}'` });
  await assert.rejects(linesOf(folder).next(), new Error(`${folder} is a folder, and not a file`));
  await assert.rejects(linesOf(missing).next(), { message: `ENOENT: no such file or directory, open '${missing}'` });
});

test('lines are read as they are, also longer ones than are read at once', async (t) => {
  const folder = await temporaryFolder(t);
  const lines = ['a\u2028b', '', '€'.repeat(100_000), 'c\r', 'd'];
  await writeFile(join(folder, 'x'), lines.join('\n'));
  assert.deepEqual(await Array.fromAsync(linesOf(join(folder, 'x'))), lines);
});
