import { readFile } from 'node:fs/promises';

/** The bytes of a file. Node says without a name that one is a folder. */
export async function readNamedFile(path: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EISDIR' ? new Error(`${path} is a folder, and not a file`) : error;
  });
}
