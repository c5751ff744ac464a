import type { AuditEntry } from '@logomorph/contract/audit.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { canonicalJson } from '../canonical-json.ts';

/** What the first entry of a chain has for the hash of the one before. */
export const NO_HASH = '0'.repeat(64);

/** The hash that an entry is to have. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  return sha256(canonicalJson(entry));
}
