import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepSecretsKey } from './secrets-key.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('the key is made once, of 32 bytes, and for its owner alone', async (t) => {
  const folder = temporaryFolder(t);
  const key = await keepSecretsKey(folder);
  assert.equal(Buffer.from(key, 'base64').length, 32);
  assert.equal(await keepSecretsKey(folder), key);
  assert.equal((await stat(join(folder, 'secrets-key'))).mode & 0o777, 0o600);
});

test('a start that was cut off while it made the key leaves no half of one', async (t) => {
  const folder = temporaryFolder(t);
  await writeFile(join(folder, 'secrets-key.unfinished'), 'abc');
  assert.equal(Buffer.from(await keepSecretsKey(folder), 'base64').length, 32);
});
