import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, isNotThere } from './error-code.ts';

/**
 * Makes a folder with those above it that are missing; those are written to the disk. Node's own way goes round for ever where
 * none can be made, as below /proc.
 */
export async function makeFolders(folder: string, mode?: number): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (!isNotThere(error) || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder), mode);
    await mkdir(folder, mode).catch((again: unknown) => {
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
  await flushFolder(dirname(folder));
}

/** Some file systems, and folders that are for others to read, have no such call. One that is removed has no names. */
const WITHOUT_FLUSH = new Set(['ENOENT', 'EINVAL', 'EBADF', 'EACCES']);

/** Waits until the names of what is in a folder are on the disk. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder);
    await handle.sync();
  } catch (error) {
    if (!WITHOUT_FLUSH.has(codeOf(error) ?? '')) throw error;
  }
}
