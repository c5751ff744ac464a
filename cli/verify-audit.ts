import { verifyAudit } from './client.ts';
import { UsageError } from './flags.ts';
import { linesOf } from './read-named-file.ts';

/** An export to check. */
export interface VerifyRequest {
  /** Its parts, in their order. */
  files: string[];
  head: string | undefined;
  contains: string | undefined;
}

/**
 * What is to be verified, by a command line.
 *
 * @throws UsageError
 */
export function verifyRequestOf(files: string[], flags: Readonly<Record<string, unknown>>): VerifyRequest {
  if (files.length === 0) throw new UsageError('verify-audit takes the file of an export, or its parts in their order');
  return { files, head: hashOf('head', flags.head), contains: hashOf('contains', flags.contains) };
}

function hashOf(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const hash = String(value);
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new UsageError(`--${name} is the hash of an entry, 64 digits of 0 to 9 and a to f, which ${hash} is not`);
}

/**
 * Checks an export, and says what was found.
 *
 * @throws an Error which names the first entry that is broken
 */
export async function verify({ files, head, contains }: VerifyRequest): Promise<string> {
  const { seq, hash } = await verifyAudit(linesOfAll(files), { head, contains });
  return `${seq} entries are whole; the last one has the hash ${hash}\n`;
}

async function* linesOfAll(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) yield* linesOf(file);
}
