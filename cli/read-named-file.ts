import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';

/** The most that the API takes of a logo. What is larger may never end, as of a pipe. */
export const MOST_BYTES = 10 * 1024 * 1024;

/**
 * The bytes of a file.
 *
 * @throws an Error with its name, also when it is larger than any logo may be
 */
export async function readNamedFile(path: string): Promise<Buffer<ArrayBuffer>> {
  // The byte at that place would be one too many.
  const bytes = await buffer(createReadStream(path, { end: MOST_BYTES })).catch((error: unknown) => {
    throw namedError(error, path);
  });
  if (bytes.length > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES} bytes, the most of a logo`);
  return bytes;
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
