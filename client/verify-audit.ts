import type { AuditHead } from './api-types.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './digest.ts';

/** What the first entry of a log has for the hash of the one before. */
const NO_HASH = '0'.repeat(64);

/** What an export is compared with that was kept elsewhere. */
export interface KeptHashes {
  /** The hash that the last entry is to have. */
  head?: string | undefined;
  /** The hash of some entry: a head that was kept before. */
  contains?: string | undefined;
}

/** What the chain is made of; the rest of an entry is in its hash. */
interface Link {
  tenantId: string;
  seq: number;
  previousHash: string;
  hash: string;
}

/**
 * Checks the lines of an export of the audit log, from the first entry on.
 *
 * @returns the end of the log
 * @throws an Error which names the first entry that is broken
 */
export async function verifyAudit(
  lines: Iterable<string> | AsyncIterable<string>,
  { head, contains }: KeptHashes = {},
): Promise<AuditHead> {
  let seq = 0;
  let previous = NO_HASH;
  let tenant: string | undefined;
  let isContained = contains === undefined;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    seq += 1;
    const entry = parse(line);
    if (!isLink(entry)) throw new Error(`Entry ${seq} is broken: its line is no entry of an audit log`);
    const { hash, ...hashed } = entry;
    const text = canonicalJson(hashed);
    tenant ??= entry.tenantId;
    if (entry.seq !== seq) throw new Error(`Entry ${seq} is missing: entry ${entry.seq} is in its place`);
    if (entry.tenantId !== tenant) throw new Error(`Entry ${seq} is of another tenant`);
    if (entry.previousHash !== previous) throw new Error(`Entry ${seq} does not follow the one before it`);
    if ((await sha256(new TextEncoder().encode(text))) !== hash)
      throw new Error(`Entry ${seq} was changed: it has another hash`);
    // Of two of a name only the last is hashed, and readers may go by the first.
    if (quotesIn(line) !== quotesIn(canonicalJson(entry)))
      throw new Error(`Entry ${seq} was changed: a field is in it twice`);
    previous = hash;
    isContained ||= hash === contains;
  }
  if (seq === 0) throw new Error('There are no entries');
  if (head !== undefined && previous !== head)
    throw new Error(`Entry ${seq} is not the end that was given: some are missing after it, or were added or replaced`);
  if (!isContained) throw new Error('No entry has the hash that is to be contained: some were removed or replaced');
  return { seq, hash: previous };
}

function isLink(entry: unknown): entry is Link {
  if (typeof entry !== 'object' || entry === null) return false;
  const { tenantId, seq, previousHash, hash }: { [name in keyof Link]?: unknown } = entry;
  return [tenantId, previousHash, hash].every((text) => typeof text === 'string') && Number.isInteger(seq);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** How many marks there are around texts in JSON, however it is laid out. */
function quotesIn(json: string): number {
  return json.replace(/\\./g, '').split('"').length;
}
