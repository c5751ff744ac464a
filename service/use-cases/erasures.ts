import { type Erasure, ErasureReceipt } from '@logomorph/contract/erasure.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Author } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { UrlSigner } from '@logomorph/core/signed-url.ts';
import Value from 'typebox/value';
import { cancelMany, eraseLogo } from './erase-logo.ts';
import { type ErasureRow, eraseTenant } from './erase-tenant.ts';
import { type PageRequest, paged, toPage } from './page.ts';

/** Seconds for which the address of a receipt holds: ten years. */
const ADDRESS_SECONDS = 10 * 365 * 24 * 3600;

/** What reading erasures needs. */
interface ErasureReadDeps {
  db: Database;
  erasureUrls: UrlSigner;
}

/**
 * Begins to erase the tenant of who asks. To ask again gives the erasure that is under way.
 *
 * @throws ProblemError not-found when it is gone
 */
export function requestTenantErasure(deps: ErasureReadDeps, author: Author): Promise<Erasure> {
  const find = () => erasuresOf(deps.db).where('subject_id', '=', author.tenantId).executeTakeFirst();
  return findOrBegin(deps, find, (tx) => eraseTenant(tx, author));
}

/**
 * Begins to erase a logo with all that was made of it. To ask again gives the erasure that was begun.
 *
 * @throws ProblemError not-found, which points at the field
 */
export async function requestLogoErasure(deps: ErasureReadDeps, author: Author, logoId: string): Promise<Erasure> {
  const find = () =>
    erasuresOf(deps.db)
      .where('subject_type', '=', 'logo')
      .where('subject_id', '=', logoId)
      .where('tenant_id', '=', author.tenantId)
      .executeTakeFirst();
  try {
    const prepare = () => cancelMany(deps.db, author.tenantId, logoId);
    return await findOrBegin(deps, find, (tx) => eraseLogo(tx, author, logoId), prepare);
  } catch (error) {
    throw pointingAtLogo(error);
  }
}

async function findOrBegin(
  deps: ErasureReadDeps,
  find: () => Promise<ErasureRow | undefined>,
  begin: (tx: DatabaseTransaction) => Promise<ErasureRow>,
  prepare?: () => Promise<void>,
): Promise<Erasure> {
  const known = await find();
  if (known !== undefined) return toErasure(deps, known);
  try {
    await prepare?.();
    return toErasure(deps, await deps.db.transaction().execute(begin));
  } catch (error) {
    // Another request may have begun it a moment ago.
    const begun = await find();
    if (begun === undefined) throw error;
    return toErasure(deps, begun);
  }
}

/** The logo is named in the body, and not in the address. */
function pointingAtLogo(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem !== 'not-found') return error;
  return new ProblemError('not-found', error.message, { errors: [{ pointer: '/logoId', detail: error.message }] });
}

/** The erasures of a tenant, newest first. */
export async function listErasures(deps: ErasureReadDeps, tenantId: string, page: PageRequest) {
  const query = erasuresOf(deps.db).where('tenant_id', '=', tenantId);
  const rows = await paged(query, page).execute();
  return toPage(
    rows.map((row) => toErasure(deps, row)),
    page,
  );
}

/** @throws ProblemError not-found */
export async function readErasure(deps: ErasureReadDeps, tenantId: string, erasureId: string): Promise<Erasure> {
  const row = await erasuresOf(deps.db)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', erasureId)
    .executeTakeFirst();
  if (row === undefined) throw noSuchErasure();
  return toErasure(deps, row);
}

/** An erasure of whichever tenant. @throws ProblemError not-found */
export async function readAnyErasure(deps: ErasureReadDeps, erasureId: string): Promise<Erasure> {
  const row = await erasuresOf(deps.db).where('id', '=', erasureId).executeTakeFirst();
  if (row === undefined) throw noSuchErasure();
  return toErasure(deps, row);
}

/** What is signed of the address of a receipt. */
export function erasurePath(erasureId: string): string {
  return `/erasures/${erasureId}`;
}

function erasuresOf(db: Database) {
  return db.selectFrom('erasures').selectAll();
}

function noSuchErasure(): ProblemError {
  return new ProblemError('not-found', 'There is no such erasure');
}

function toErasure({ erasureUrls }: ErasureReadDeps, row: ErasureRow): Erasure {
  const expires = Math.floor(row.created_at.valueOf() / 1000) + ADDRESS_SECONDS;
  return {
    id: row.id,
    subject: { type: row.subject_type, id: row.subject_id },
    state: row.state,
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    ...(row.started_at === null ? {} : { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
    receiptUrl: erasureUrls.sign(erasurePath(row.id), expires),
    ...(row.receipt === null ? {} : readReceipt(row.receipt)),
  };
}

/** What a signed receipt says. It was signed here, and is not checked again. */
function readReceipt(signedReceipt: string): Pick<Erasure, 'receipt' | 'receiptSha256' | 'signedReceipt'> {
  const text = Buffer.from(signedReceipt.split('.')[1] ?? '', 'base64url').toString();
  return { receipt: Value.Parse(ErasureReceipt, JSON.parse(text)), receiptSha256: sha256(text), signedReceipt };
}
