import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { MARK } from '../object-store/folder-store.ts';

/** The files in the folder of an object store but for its mark, by their paths in it. */
export async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== MARK);
  return files.map((file) => relative(folder, join(file.parentPath, file.name))).sort();
}
