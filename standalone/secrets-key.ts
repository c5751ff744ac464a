import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@logomorph/core/error-code.ts';

/**
 * Reads the key that secrets of tenants are encrypted with from the data folder; the first start makes it. Without it
 * they are lost, so it is on the disk, whole, before it is used.
 * @returns 32 bytes in base64
 */
export async function keepSecretsKey(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'secrets-key');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const key = randomBytes(32).toString('base64');
  await writeFile(`${path}.unfinished`, key, { mode: 0o600, flush: true });
  await rename(`${path}.unfinished`, path);
  return key;
}
