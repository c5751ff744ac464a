import type { AuditAction, AuditActor, AuditTarget } from '@logomorph/contract/audit.ts';
import { sql } from 'kysely';
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
  await recording(author, record).execute(tx);
}

/** The statement that records it; it may be a part of one, and go on with a condition. */
export function recording({ tenantId, actor, origin }: Author, { action, target, details = {} }: AuditRecord) {
  return sql`
    insert into audit_pending (tenant_id, actor, action, target_type, target_id, request_id, details)
    select ${tenantId}::uuid, ${JSON.stringify(actor)}::jsonb, ${action}, ${target.type}, ${target.id},
      ${origin?.requestId ?? null}, ${JSON.stringify(details)}::jsonb`;
}

/** Whoever runs the service. */
export function byOperator(tenantId: string): Author {
  return { tenantId, actor: { type: 'operator' }, origin: null };
}

/** The service by itself. */
export function bySystem(tenantId: string): Author {
  return { tenantId, actor: { type: 'system' }, origin: null };
}
