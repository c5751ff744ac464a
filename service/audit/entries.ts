import type { AuditEntry } from '@logomorph/contract/audit.ts';
import type { Tables } from '@logomorph/core/database/schema.ts';
import type { Selectable } from 'kysely';

type AuditRow = Selectable<Tables['audit_entries']>;

/** An entry as clients see it. */
export function toEntry(row: AuditRow): AuditEntry {
  return { ...toUnhashed(row), hash: row.hash };
}

/** What of an entry is hashed. */
export function toUnhashed(row: Omit<AuditRow, 'hash'>): Omit<AuditEntry, 'hash'> {
  return {
    tenantId: row.tenant_id,
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    target: { type: row.target_type, id: row.target_id },
    ...(row.request_id === null ? {} : { requestId: row.request_id }),
    details: row.details,
    previousHash: row.previous_hash,
  };
}
