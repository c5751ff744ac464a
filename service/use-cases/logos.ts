import type { Logo, LogoPatch } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordChange } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { findInfected, infected } from '@logomorph/core/quarantine.ts';
import { type Selectable, sql } from 'kysely';

/** @throws ProblemError not-found; logo-infected when it was, and is gone for that */
export async function readLogo(db: Database, tenantId: string, logoId: string): Promise<Logo> {
  const logo = await findLogo(db, tenantId, logoId);
  if (logo !== undefined) return logo;
  const [signature] = (await findInfected(db, tenantId, [logoId])).values();
  throw signature === undefined ? noSuchLogo() : infected(signature);
}

/** The logo of that id; undefined when the tenant has none. */
export async function findLogo(db: Database, tenantId: string, logoId: string): Promise<Logo | undefined> {
  const row = await logosOf(db, tenantId).where('id', '=', logoId).executeTakeFirst();
  return row === undefined ? undefined : toLogo(row);
}

/** The logo that a tenant has of these bytes; undefined when it has none. */
export async function findLogoOfBytes(db: Database, tenantId: string, sha256: string): Promise<Logo | undefined> {
  const row = await logosOf(db, tenantId).where('sha256', '=', sha256).executeTakeFirst();
  return row === undefined ? undefined : toLogo(row);
}

/** The same for a client that sends or announces the bytes again, which is a use of the logo. */
export async function useLogoOfBytes(db: Database, tenantId: string, sha256: string): Promise<Logo | undefined> {
  const row = await db
    .updateTable('logos')
    .set({ used_at: sql<Date>`now()` })
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toLogo(row);
}

/**
 * Changes what a client says of a logo; what is not given stays.
 *
 * @throws ProblemError not-found
 */
export async function changeLogo(db: Database, author: Author, logoId: string, change: LogoPatch): Promise<Logo> {
  const { name, metadata } = change;
  return db.transaction().execute(async (tx) => {
    const before = await logosOf(tx, author.tenantId).where('id', '=', logoId).forNoKeyUpdate().executeTakeFirst();
    if (before === undefined) throw noSuchLogo();
    const after = await tx
      .updateTable('logos')
      .where('id', '=', before.id)
      .set({
        ...(name === undefined ? {} : { name }),
        ...(metadata === undefined ? {} : { metadata: JSON.stringify(metadata) }),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const logo = toLogo(after);
    await recordChange(tx, author, toLogo(before), logo, {
      action: 'logo.changed',
      target: { type: 'logo', id: logo.id },
      details: { fields: Object.keys(change) },
    });
    return logo;
  });
}

/** Which of these logos the tenant has, by their ids. They are not deleted before the transaction ends. */
export async function holdLogos(tx: DatabaseTransaction, tenantId: string, logoIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from logos where tenant_id = ${tenantId} and id = any(${logoIds}::uuid[])
    order by id for key share`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Locks a logo that is to go. It waits for renders that are being created of it; those that come later find it gone.
 *
 * @throws ProblemError not-found
 */
export async function lockLogo(tx: DatabaseTransaction, tenantId: string, logoId: string) {
  const logo = await tx
    .selectFrom('logos')
    .select(['id', 'tenant_id', 'sha256', 'object_key'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', logoId)
    .forUpdate()
    .executeTakeFirst();
  if (logo === undefined) throw noSuchLogo();
  return logo;
}

export function noSuchLogo(): ProblemError {
  return new ProblemError('not-found', 'There is no such logo');
}

/** A logo as clients see it. */
export function toLogo(row: Selectable<Tables['logos']>): Logo {
  return {
    id: row.id,
    sha256: row.sha256,
    format: row.format,
    bytes: row.bytes,
    ...(row.width === null ? {} : { width: row.width }),
    ...(row.height === null ? {} : { height: row.height }),
    ...(row.name === null ? {} : { name: row.name }),
    metadata: row.metadata,
    ...(row.scan === null ? {} : { scan: row.scan }),
    createdAt: row.created_at.toISOString(),
  };
}

function logosOf(db: Database, tenantId: string) {
  return db.selectFrom('logos').selectAll().where('tenant_id', '=', tenantId);
}
