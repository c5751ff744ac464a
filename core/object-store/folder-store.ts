import { constants } from 'node:fs';
import { access, type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf, ifNotThere, isNotThere } from '../error-code.ts';
import { flushFolder, makeFolders } from '../make-folders.ts';
import { temporaryName } from './folder-leftovers.ts';
import { listFolder, removeEmptyFolders } from './folder-list.ts';
import { ObjectNotFound, type ObjectStore } from './object-store.ts';

/** By this file a folder is known again. What is on the place of a disk that was taken away has none. */
export const MARK = '.logomorph';

/**
 * An object store in a folder of this machine. A key that leads out of the folder is refused. The folder is made and marked once:
 * one that is gone later, as with a disk that is taken away, comes back with all that is in it, and until then nothing is written
 * to another in its place, and nothing is taken for removed.
 */
export function folderStore(folder: string): ObjectStore {
  let made = false;
  const present = async () => {
    // Customers' pictures are not for other users of the machine.
    if (!made) await makeFolders(folder, 0o700);
    // With the separator, a file in its place is refused.
    await access(folder + sep, constants.R_OK | constants.W_OK);
    if (!made) await mark(folder);
    made = true;
    await access(join(folder, MARK)).catch((error: unknown) => {
      if (!isNotThere(error)) throw error;
      throw new Error(`${folder} has lost its file ${MARK}: is its disk there? A start makes the file anew`);
    });
  };
  const pathOf = (key: string) => {
    const leadsAstray = key.split('/').some((part) => ['', '.', '..'].includes(part));
    if (leadsAstray) throw new Error(`no key of an object: ${JSON.stringify(key)}`);
    return join(folder, key);
  };
  const write = async (key: string, bytes: Uint8Array | Readable) => {
    const path = pathOf(key);
    // Renamed into place once it is on the disk, so that a crash leaves the whole file or none.
    const temporary = temporaryName(path);
    try {
      const file = await openInFolder(temporary, present);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  return {
    put: write,
    putStream: write,

    async presignPut() {
      return undefined;
    },

    async get(key, part) {
      try {
        const file = await open(pathOf(key));
        if (part !== undefined) {
          const stream = file.createReadStream({ start: part.first, end: part.last });
          return { bytes: part.last - part.first + 1, stream };
        }
        const { size } = await file.stat();
        return { bytes: size, stream: file.createReadStream() };
      } catch (error) {
        if (!isNotThere(error)) throw error;
        await present();
        throw new ObjectNotFound(key);
      }
    },

    async remove(key) {
      const path = pathOf(key);
      await present();
      await rm(path, { force: true });
      await removeEmptyFolders(folder, [path]);
    },

    async *list(prefix) {
      await present();
      yield* listFolder(folder, prefix);
    },

    async removeListed(objects) {
      const paths = objects.map(({ key }) => pathOf(key));
      await present();
      await Promise.all(paths.map((path) => rm(path, { force: true })));
      await removeEmptyFolders(folder, paths);
    },

    check: present,

    close() {},
  };
}

/** Opens a new file, in a folder that is made when it is not there, as long as that of the store is. */
async function openInFolder(path: string, present: () => Promise<void>): Promise<FileHandle> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await open(path, 'wx');
    } catch (error) {
      // The folder may also be removed right after it was made, as it is empty.
      if (!isNotThere(error) || tries === 6) throw error;
    }
    await present();
    await makeFolders(dirname(path)).catch(ifNotThere(undefined));
  }
}

/** The mark is empty, so that it finds room on a disk that is full. */
async function mark(folder: string): Promise<void> {
  await writeFile(join(folder, MARK), '', { flag: 'wx' }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}
