import type { Writable } from 'node:stream';

/** Writes what was asked for to standard output. That nobody reads it any more, as `head` does, is no failure. */
export async function print(stream: Writable, text: string): Promise<void> {
  // The write tells its failure itself; one that nobody listens to would end the program.
  stream.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !('code' in error && error.code === 'EPIPE'))
        reject(new Error('Standard output cannot be written', { cause: error }));
      else resolve();
    });
  });
}
