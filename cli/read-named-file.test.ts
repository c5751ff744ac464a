import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { linesOf, MOST_BYTES, readNamedFile } from './read-named-file.ts';
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

test('a file is read up to what the API takes of a logo, and one that never ends is not read on', async (t) => {
  const described = await readFile(new URL('../docs/openapi.json', import.meta.url), 'utf8');
  assert.match(described, new RegExp(`How many will be sent, at most ${MOST_BYTES}"`));
  const folder = await temporaryFolder(t);
  const file = join(folder, 'file');
  const pipe = join(folder, 'pipe');
  await writeFile(file, Buffer.alloc(MOST_BYTES));
  assert.equal((await readNamedFile(file)).length, MOST_BYTES);
  await appendFile(file, 'x');
  execFileSync('mkfifo', [pipe]);
  const endless = spawn('dd', ['if=/dev/zero', `of=${pipe}`], { stdio: 'ignore' });
  t.after(() => endless.kill());
  for (const path of [file, pipe])
    await assert.rejects(
      readNamedFile(path),
      new Error(`${path} is larger than ${MOST_BYTES} bytes, the most of a logo`),
    );
});

test('lines are read as they are, also longer ones than are read at once', async (t) => {
  const folder = await temporaryFolder(t);
  const lines = ['a\u2028b', '', '€'.repeat(100_000), 'c\r', 'd'];
  await writeFile(join(folder, 'x'), lines.join('\n'));
  assert.deepEqual(await Array.fromAsync(linesOf(join(folder, 'x'))), lines);
});
