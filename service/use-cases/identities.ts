import type { AuditActor } from '@logomorph/contract/audit.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { findOrMakeTenant } from './tenants.ts';

/** Who signs in at an issuer: a user or an organisation of it. */
export type Identity = Pick<Tables['identities'], 'issuer' | 'kind' | 'subject'>;

/** Whom a token is of: a user, who acts for an organisation or alone. */
interface SignedIn {
  issuer: string;
  subject: string;
  organization: string | undefined;
}

/** A tenant as a token opens it. */
interface FoundTenant {
  tenantId: string;
  isSuspended: boolean;
}

/**
 * The tenant of who signed in, the organisation's if there is one. It is made when they come for the first time. Undefined
 * when the provider has deleted the user or the organisation, or the tenant is being erased.
 */
export async function findTenant(
  db: Database,
  { issuer, subject, organization }: SignedIn,
): Promise<FoundTenant | undefined> {
  const user: Identity = { issuer, kind: 'user', subject };
  const owner: Identity = organization === undefined ? user : { issuer, kind: 'organization', subject: organization };
  const rows = await db
    .selectFrom('identities')
    .leftJoin('tenants', 'tenants.id', 'identities.tenant_id')
    .select(['kind', 'tenant_id', 'deleted_at', 'erased_at', 'suspended_at'])
    .where('issuer', '=', issuer)
    .where(({ or, and }) => or([and(user), and(owner)]))
    .execute();
  if (rows.some(({ deleted_at }) => deleted_at !== null)) return undefined;
  const found = rows.find(({ kind }) => kind === owner.kind);
  if (found === undefined) {
    const tenantId = await db.transaction().execute((tx) => ensureIdentity(tx, owner, { type: 'user', id: subject }));
    return tenantId === undefined ? undefined : { tenantId, isSuspended: false };
  }
  if (found.erased_at !== null || found.tenant_id === null) return undefined;
  return { tenantId: found.tenant_id, isSuspended: found.suspended_at !== null };
}

/** Gives an identity a tenant unless it had one; its id, or undefined when the provider has deleted the identity. */
export async function ensureIdentity(
  tx: DatabaseTransaction,
  identity: Identity,
  actor: AuditActor,
): Promise<string | undefined> {
  // Whoever comes at the same time waits here, and finds the tenant.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) {
    const tenantId = await findOrMakeTenant(tx, nameOf(identity), actor);
    await tx
      .updateTable('identities')
      .where(({ and }) => and(identity))
      .set({ tenant_id: tenantId })
      .execute();
    return tenantId;
  }
  const row = await tx
    .selectFrom('identities')
    .select('tenant_id')
    .where(({ and }) => and(identity))
    .executeTakeFirst();
  return row?.tenant_id ?? undefined;
}

/** The name of an identity's tenant, by which operators know it. */
function nameOf({ issuer, kind, subject }: Identity): string {
  return `${kind} ${subject} of ${issuer}`;
}
