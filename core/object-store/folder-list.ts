import { readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifNotThere } from '../error-code.ts';
import type { ListedObject } from './object-store.ts';

/** The objects in a folder whose keys begin so, a page for each folder below it. */
export async function* listFolder(folder: string, prefix: string): AsyncGenerator<ListedObject[]> {
  const parts = prefix.split('/');
  const start = parts.pop();
  if (parts.length === 0 || parts.some((part) => ['', '.', '..'].includes(part))) {
    throw new Error(`no beginning of keys: ${JSON.stringify(prefix)}`);
  }
  yield* listBelow(folder, parts.join('/'), start);
}

async function* listBelow(folder: string, below: string, start = ''): AsyncGenerator<ListedObject[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(ifNotThere([]));
  const found = entries.filter(({ name }) => name.startsWith(start));
  const objects: ListedObject[] = [];
  for (const entry of found) {
    const key = `${below}/${entry.name}`;
    if (!entry.isFile()) continue;
    const bytes = await sizeOf(join(folder, key));
    if (bytes !== undefined) objects.push({ key, version: undefined, bytes });
  }
  if (objects.length > 0) yield objects;
  for (const entry of found) {
    if (entry.isDirectory()) yield* listBelow(folder, `${below}/${entry.name}`);
  }
}

/** Removes the folders that these files were in, as far as they are empty now. */
export async function removeEmptyFolders(folder: string, paths: readonly string[]): Promise<void> {
  const left = new Set(paths.map((path) => dirname(path)));
  // What is added on the way is looked at as well: the folder above one that is gone may be empty too.
  for (const path of left) {
    if (path === folder) continue;
    const isGone = await rmdir(path).then(
      () => true,
      () => false,
    );
    if (isGone) left.add(dirname(path));
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(({ size }) => size, ifNotThere(undefined));
}
