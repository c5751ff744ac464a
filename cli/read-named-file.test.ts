import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readNamedFile } from './read-named-file.ts';

const OWN = fileURLToPath(import.meta.url);

test('a file that cannot be read is told by its name', async () => {
  assert.match((await readNamedFile(OWN)).toString(), /told by its name/);
  const folder = dirname(OWN);
  await assert.rejects(readNamedFile(folder), new Error(`${folder} is a folder, and not a file`));
  const missing = join(folder, 'no-such.svg');
  await assert.rejects(readNamedFile(missing), { message: `ENOENT: no such file or directory, open '${missing}'` });
});
