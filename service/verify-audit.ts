import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { verifyLines } from './audit/verify.ts';

/**
 * Checks an export of an audit log: `node service/verify-audit.ts FILE... [--head HASH] [--contains HASH]`. Parts of one are
 * given in their order. Ends with 1 when it is broken, and names the first entry that is.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { head: { type: 'string' }, contains: { type: 'string' } },
});

async function* lines(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files)
    yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

try {
  if (positionals.length === 0) throw new Error('Name the file of an export');
  const { seq, hash } = await verifyLines(lines(positionals), values);
  process.stdout.write(`${seq} entries are whole; the last one has the hash ${hash}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
