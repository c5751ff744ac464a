import { favicons } from 'favicons';

/** favicons 7: with no options, its defaults; with `icons`, the sets and files named there. */
export async function open(options) {
  return async ({ sources: [source] }) => {
    const { images, files } = await favicons(source.bytes, options ?? {});
    return [...images, ...files].map(({ name, contents }) => ({ name, bytes: Buffer.from(contents) }));
  };
}
