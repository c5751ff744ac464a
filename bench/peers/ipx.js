import { createIPX } from 'ipx';

/** ipx 3 as a function: `options` are its modifiers; a source is in memory and nothing is cached. */
export async function open(options) {
  let bytes = Buffer.alloc(0);
  const storage = { name: 'memory', getMeta: () => ({ mtime: 0 }), getData: () => bytes };
  const ipx = createIPX({ storage });
  return async ({ sources: [source] }) => {
    bytes = source.bytes;
    const { data, format } = await ipx(`/logo.${source.format}`, options).process();
    return [{ name: `logo.${format}`, bytes: Buffer.from(data) }];
  };
}
