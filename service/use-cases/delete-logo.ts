import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { keyOfLogo } from '@logomorph/core/object-store/keys.ts';
import type { Selectable } from 'kysely';
import { deleteTransformPage, deleteTransforms, hasManyTransforms } from './delete-transforms.ts';
import { lockLogo } from './logos.ts';

/**
 * Deletes a logo with its transforms, and notes its bytes to be removed. Renders of it that are finished stay, with their
 * files and its id.
 *
 * @throws ProblemError not-found; logo-in-use while renders of it are not finished, apart from transforms
 */
export async function deleteLogo(db: Database, author: Author, logoId: string): Promise<void> {
  // Each page for itself, so that nobody waits for all of a hundred thousand; to be rendered anew they need but be asked for.
  while (await hasManyTransforms(db, logoId)) {
    await db.transaction().execute(async (tx) => {
      const { id } = await lockUnusedLogo(tx, author.tenantId, logoId);
      await deleteTransformPage(tx, id);
    });
  }
  await db.transaction().execute(async (tx) => {
    await removeLogo(tx, author, await lockUnusedLogo(tx, author.tenantId, logoId));
  });
}

/** Locks a logo, unless renders of it are not finished. */
async function lockUnusedLogo(tx: DatabaseTransaction, tenantId: string, logoId: string) {
  const logo = await lockLogo(tx, tenantId, logoId);
  const open = await tx
    .selectFrom('renders')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(({ eb, or }) => or([eb('logo_id', '=', logoId), eb('to_logo_id', '=', logoId)]))
    .where('state', 'in', ['queued', 'running'])
    .where('transform', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (open !== undefined) {
    throw new ProblemError('logo-in-use', `The render ${open.id} is not finished; wait for it or cancel it`);
  }
  return logo;
}

/** Deletes a logo that is locked, and of which no render is unfinished apart from transforms. */
export async function removeLogo(
  tx: DatabaseTransaction,
  author: Author,
  logo: Pick<Selectable<Tables['logos']>, 'id' | 'tenant_id' | 'sha256' | 'object_key'>,
): Promise<void> {
  await deleteTransforms(tx, logo.id);
  await tx.deleteFrom('logos').where('id', '=', logo.id).execute();
  await discardObject(tx, keyOfLogo(logo));
  await recordAudit(tx, author, { action: 'logo.deleted', target: { type: 'logo', id: logo.id } });
}
