import type { AuditHead } from '@logomorph/contract/audit.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { isDatabaseUnavailable } from '@logomorph/core/database/unavailable.ts';
import { type Selectable, sql } from 'kysely';
import { toUnhashed } from './entries.ts';
import { hashOfEntry, NO_HASH } from './entry-hash.ts';

/** How many entries are added in one transaction. */
const PAGE = 500;

/** How many tenants are looked at in one sweep. */
const TENANTS = 1000;

/**
 * Takes into their chains what was recorded, of all tenants, also when that fails for some.
 *
 * @throws the first failure
 */
export async function chainAll(db: Database): Promise<void> {
  const tenants = await db.selectFrom('audit_pending').select('tenant_id').distinct().limit(TENANTS).execute();
  const failures: unknown[] = [];
  for (const { tenant_id } of tenants) {
    await chainEntries(db, tenant_id).catch((error: unknown) => failures.push(error));
    // No other would go better.
    if (failures.some(isDatabaseUnavailable)) break;
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Takes into the chain of a tenant what was recorded, in the order in which it was. What was recorded before this is called is in
 * the chain after it, whoever else chains at the same time.
 */
export async function chainEntries(db: Database, tenantId: string): Promise<void> {
  while (await isAnyPending(db, tenantId)) {
    const count = await db.transaction().execute((tx) => chainPage(tx, tenantId));
    if (count < PAGE) break;
  }
}

async function isAnyPending(db: Database, tenantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('audit_pending')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function chainPage(tx: DatabaseTransaction, tenantId: string): Promise<number> {
  const head = await lockHead(tx, tenantId);
  const pending = await tx
    .deleteFrom('audit_pending')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('audit_pending')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .orderBy('id')
        .limit(PAGE)
        // Who erases the tenant removes them too, and is not waited for.
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  // Of a tenant that is gone nothing is kept.
  if (head === undefined || pending.length === 0) return pending.length;
  const entries: Selectable<Tables['audit_entries']>[] = [];
  let { seq, hash } = head;
  for (const { id, ...told } of pending.sort((a, b) => Number(a.id) - Number(b.id))) {
    seq += 1;
    const row = { ...told, seq: String(seq), previous_hash: hash };
    hash = hashOfEntry(toUnhashed(row));
    entries.push({ ...row, hash });
  }
  // As one value: to bind each field of each entry is more work than all the rest.
  await sql`
    insert into audit_entries
      (tenant_id, seq, at, actor, action, target_type, target_id, request_id, details, previous_hash, hash)
    select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry (
      tenant_id uuid, seq bigint, at timestamptz, actor jsonb, action text, target_type text, target_id text,
      request_id text, details jsonb, previous_hash text, hash text)`.execute(tx);
  await tx
    .updateTable('audit_heads')
    .where('tenant_id', '=', tenantId)
    .set({ seq: String(seq), hash })
    .execute();
  return pending.length;
}

/**
 * Locks the end of a tenant's chain; undefined when the tenant is gone. The tenant is locked first, as who removes it does, and
 * lightly, so that nothing but its removal waits.
 */
async function lockHead(tx: DatabaseTransaction, tenantId: string): Promise<AuditHead | undefined> {
  const tenant = await tx
    .selectFrom('tenants')
    .select('id')
    .where('id', '=', tenantId)
    .forKeyShare()
    .executeTakeFirst();
  if (tenant === undefined) return undefined;
  await tx
    .insertInto('audit_heads')
    .values({ tenant_id: tenantId, seq: '0', hash: NO_HASH })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { seq, hash } = await tx
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { seq: Number(seq), hash };
}
