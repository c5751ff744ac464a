import { isDeepStrictEqual } from 'node:util';
import type { AuditAction, AuditActor, AuditTarget } from '@logomorph/contract/audit.ts';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from './database/schema.ts';
import type { Origin } from './trace-context.ts';

/** Who does something to what a tenant has, and by which request. */
export interface Author {
  tenantId: string;
  actor: AuditActor;
  /** Null when no request is behind it. */
  origin: Origin | null;
}

/** What is recorded. */
export interface AuditRecord {
  action: AuditAction;
  target: AuditTarget;
  /**
   * What else is to be known: ids, kinds, counts and names of fields. No secrets, and nothing that people have written, for
   * entries outlive what they tell of.
   */
  details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/**
 * Records what was done. To be called in the transaction that does it, so that neither is without the other. It waits for
 * nobody; the chain takes it up within seconds.
 */
export async function recordAudit(tx: DatabaseTransaction, author: Author, record: AuditRecord): Promise<void> {
  await recording(sql`select ${JSON.stringify(toAuditRow(author, record))}::jsonb`).execute(tx);
}

/** The same of a change, if what clients see of the thing is another after it than before. */
export async function recordChange(
  tx: DatabaseTransaction,
  author: Author,
  before: unknown,
  after: unknown,
  record: AuditRecord,
): Promise<void> {
  if (!isDeepStrictEqual(after, before)) await recordAudit(tx, author, record);
}

/** What is recorded, with who does it, as `recording` takes it. */
export function toAuditRow({ tenantId, actor, origin }: Author, { action, target, details = {} }: AuditRecord) {
  return {
    tenant_id: tenantId,
    actor,
    action,
    target_type: target.type,
    target_id: target.id,
    request_id: origin?.requestId ?? null,
    details,
  };
}

/** The statement that records what a query of one column gives; it may be a part of one. */
export function recording(rows: RawBuilder<unknown>) {
  return sql`
    insert into audit_pending (tenant_id, actor, action, target_type, target_id, request_id, details)
    select told.* from (${rows}) as given (record) cross join lateral jsonb_to_record(record) as told
      (tenant_id uuid, actor jsonb, action text, target_type text, target_id text, request_id text, details jsonb)`;
}

/** Whoever runs the service. */
export function byOperator(tenantId: string): Author {
  return { tenantId, actor: { type: 'operator' }, origin: null };
}

/** The service by itself. */
export function bySystem(tenantId: string): Author {
  return { tenantId, actor: { type: 'system' }, origin: null };
}
