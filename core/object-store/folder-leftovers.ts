import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifNotThere } from '../error-code.ts';

/** How the name of a file ends while it is written; no name of an object ends so. */
const TEMPORARY = /\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Milliseconds since its last byte after which nobody writes a file any more: no request and no render takes so long. */
const ABANDONED = 3_600_000;

/** The name of the file that an object is written to, beside where it will be: who erases objects finds it there. */
export function temporaryName(path: string): string {
  return `${path}.${randomUUID()}`;
}

/**
 * Removes from the folder of an object store what writes have left that were killed, and gives how many files that were. It
 * looks through the whole folder.
 *
 * @param now the time by the clock of the folder's machine
 */
export async function removeLeftovers(folder: string, now: Date, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for (const entry of await entriesOf(folder)) {
    if (signal?.aborted) break;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) count += await removeLeftovers(path, now, signal);
    else if (TEMPORARY.test(entry.name) && (await isOlder(path, now.valueOf() - ABANDONED))) {
      await rm(path, { force: true });
      count += 1;
    }
  }
  return count;
}

/** What is in a folder; nothing when it has been removed meanwhile. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(ifNotThere([]));
}

async function isOlder(path: string, time: number): Promise<boolean> {
  return stat(path).then(({ mtimeMs }) => mtimeMs < time, ifNotThere(false));
}
