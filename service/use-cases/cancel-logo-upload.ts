import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { uploadKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { Logger } from 'pino';
import { findLogoUpload } from './logo-uploads.ts';

/**
 * Forgets an upload that is not completed, with the bytes that were sent for it. Its address may still take some until it expires:
 * the note of its object stays, by which they are removed then.
 *
 * @throws ProblemError not-found; upload-completed
 */
export async function cancelLogoUpload(
  { db, store, logger }: { db: Database; store: Pick<ObjectStore, 'remove'>; logger: Pick<Logger, 'warn'> },
  author: Author,
  uploadId: string,
): Promise<void> {
  const { tenantId } = author;
  const { id } = await findLogoUpload(db, tenantId, uploadId);
  await db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('logo_uploads')
      .where('id', '=', id)
      .where('logo_id', 'is', null)
      .executeTakeFirst();
    if (numDeletedRows === 0n) {
      // It is gone, or it was completed.
      await findLogoUpload(tx, tenantId, id);
      throw new ProblemError('upload-completed', 'Delete its logo, if that is not wanted');
    }
    await recordAudit(tx, author, { action: 'logo-upload.canceled', target: { type: 'logo-upload', id } });
  });
  await store
    .remove(uploadKey(tenantId, id))
    .catch((err: unknown) => logger.warn({ err }, 'bytes of a canceled upload are removed later'));
}
