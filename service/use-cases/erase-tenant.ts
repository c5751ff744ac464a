import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { type Selectable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { noSuchTenant } from './tenants.ts';

/** An erasure as it is stored. */
export type ErasureRow = Selectable<Tables['erasures']>;

/**
 * Begins to erase a tenant with all that it has: from the commit on it is as good as gone, and its keys are refused within
 * 5 s. All the rest is done by the loop of `service/erasure/`.
 *
 * @throws ProblemError not-found when there is no such tenant, or it is being erased already
 */
export async function eraseTenant(tx: DatabaseTransaction, author: Author): Promise<ErasureRow> {
  const { tenantId } = author;
  const row = await tx
    .with('gone', (query) =>
      query
        .updateTable('tenants')
        .where('id', '=', tenantId)
        .where('erased_at', 'is', null)
        // Another tenant may have the name at once.
        .set({ erased_at: sql`now()`, name: `erased ${tenantId}` })
        .returning('id'),
    )
    .insertInto('erasures')
    .columns(['id', 'tenant_id', 'subject_type', 'subject_id', 'requested_by'])
    .expression(({ selectFrom }) =>
      selectFrom('gone').select([
        sql<string>`${uuid()}::uuid`.as('id'),
        'id as tenant_id',
        sql<'tenant'>`'tenant'`.as('subject_type'),
        'id as subject_id',
        sql<string>`${requestedBy(author)}`.as('requested_by'),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw noSuchTenant();
  const target = { type: 'tenant', id: row.tenant_id };
  await recordAudit(tx, author, { action: 'tenant.erasure-begun', target, details: { erasureId: row.id } });
  return row;
}

/** Who asked for an erasure, as it is kept for good: of who signed in it is not said who that was. */
export function requestedBy({ actor }: Author): string {
  if (actor.type === 'key') return actor.prefix ?? 'key';
  // By itself the service erases what was deleted there.
  return actor.type === 'system' ? 'identity-provider' : actor.type;
}
