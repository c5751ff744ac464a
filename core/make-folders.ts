import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode, isNotThere } from './object-store/folder-list.ts';

/**
 * Makes a folder with those above it that are missing; those are written to the disk. Node's own way goes round for ever where
 * none can be made, as below /proc.
 */
export async function makeFolders(folder: string, mode?: number): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!isNotThere(error) || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder), mode);
    await mkdir(folder, mode).catch((again: unknown) => {
      if (!hasCode(again, 'EEXIST')) throw again;
    });
  }
  await flushFolder(dirname(folder));
}

/** Waits until the names of what is in a folder are on the disk. One that is removed meanwhile has none. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder);
    await handle.sync();
  } catch (error) {
    // Some file systems, and folders that are for others to read, have no such call.
    if (!hasCode(error, 'ENOENT', 'EINVAL', 'EBADF', 'EACCES')) throw error;
  }
}
