import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The bytes of a file. */
export async function readNamedFile(path: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(path).catch((error: unknown) => {
    throw namedError(error, path);
  });
}

/** The lines of a file, without all of it in memory. Node's own `readline` takes more characters than one for the end of a line. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, 'utf8')) {
      const [first = '', ...more] = String(chunk).split('\n');
      rest += first;
      for (const next of more) {
        yield rest;
        rest = next;
      }
    }
  } catch (error) {
    throw namedError(error, path);
  }
  yield rest;
}

/** Node says without a name that one is a folder. */
function namedError(error: unknown, path: string): unknown {
  const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
  return isFolder ? new Error(`${path} is a folder, and not a file`) : error;
}
