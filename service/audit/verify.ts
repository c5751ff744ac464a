import { AuditEntry, type AuditHead } from '@logomorph/contract/audit.ts';
import Value from 'typebox/value';
import { hashOfEntry, NO_HASH } from './entry-hash.ts';

/** What an export is compared with that was kept elsewhere. */
export interface Kept {
  /** The hash that the last entry is to have. */
  head?: string | undefined;
  /** The hash of some entry, of a head that was kept before. */
  contains?: string | undefined;
}

/**
 * Checks the lines of an export, from the first entry on.
 *
 * @returns the end of the chain
 * @throws Error which names the first entry that is broken
 */
export async function verifyLines(lines: AsyncIterable<string>, { head, contains }: Kept = {}): Promise<AuditHead> {
  let seq = 0;
  let previous = NO_HASH;
  let tenant: string | undefined;
  let isContained = contains === undefined;
  for await (const line of lines) {
    if (line === '') continue;
    const entry = readEntry(line, seq + 1);
    const { hash, ...hashed } = entry;
    seq += 1;
    tenant ??= entry.tenantId;
    if (entry.seq !== seq) throw new Error(`Entry ${seq} is missing: entry ${entry.seq} is in its place`);
    if (entry.tenantId !== tenant) throw new Error(`Entry ${seq} is of another tenant`);
    if (entry.previousHash !== previous) throw new Error(`Entry ${seq} does not follow the one before it`);
    if (hashOfEntry(hashed) !== hash) throw new Error(`Entry ${seq} was changed: it has another hash`);
    previous = hash;
    isContained ||= hash === contains;
  }
  if (head !== undefined && previous !== head) {
    throw new Error(`Entry ${seq} is not the end that was given: some are missing after it, or were added or replaced`);
  }
  if (!isContained) throw new Error('No entry has the hash that is to be contained: some were removed or replaced');
  return { seq, hash: previous };
}

function readEntry(line: string, place: number): AuditEntry {
  const entry: unknown = parse(line);
  if (Value.Check(AuditEntry, entry)) return entry;
  throw new Error(`Line ${place} is no entry`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
