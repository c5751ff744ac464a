import { buffer } from 'node:stream/consumers';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { uploadKey } from '@logomorph/core/object-store/keys.ts';
import { ObjectNotFound, type ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import type { LogoMemory } from '../logo-memory.ts';
import { takeAnnounced } from './announced-bytes.ts';
import { findLogoUpload, type LogoUploadRow } from './logo-uploads.ts';
import { readLogo } from './logos.ts';
import { type StoredLogo, type StoreLogoDeps, storeLogo } from './store-logo.ts';

/**
 * Makes a logo of the bytes that were sent for an upload. To do it again gives the same logo.
 *
 * @throws ProblemError not-found; upload-expired; logo-infected; not-uploaded; digest-mismatch, unavailable and all that storing throws,
 *   after which it can be done again
 */
export async function completeLogoUpload(
  deps: StoreLogoDeps & { logoMemory: LogoMemory },
  author: Author,
  uploadId: string,
): Promise<StoredLogo> {
  const { tenantId } = author;
  const { db, store } = deps;
  const row = await findLogoUpload(db, tenantId, uploadId);
  if (row.logo_id !== null) return { logo: await readLogo(db, tenantId, row.logo_id), created: false };
  if (row.is_expired) throw new ProblemError('upload-expired', 'Announce the logo again');
  await refuseQuarantined(db, tenantId, row.sha256);
  using _memory = deps.logoMemory.hold(tenantId, row.bytes);
  const bytes = await readSent(store, row);
  if (bytes === undefined) {
    // Another request may have completed it a moment ago.
    const { logo_id } = await findLogoUpload(db, tenantId, uploadId);
    if (logo_id !== null) return { logo: await readLogo(db, tenantId, logo_id), created: false };
    throw new ProblemError('not-uploaded', 'Send the bytes first, as `request` of the upload says');
  }
  const stored = await storeLogo(deps, author, bytes, {
    sha256: row.sha256,
    metadata: row.metadata,
    ...(row.name === null ? {} : { name: row.name }),
  }).catch(async (error: unknown) => {
    if (error instanceof ProblemError && error.problem === 'logo-infected') await removeSent(deps, row);
    throw error;
  });
  await db.transaction().execute((tx) => noteLogo(tx, author, row.id, stored.logo.id));
  await removeSent(deps, row);
  return stored;
}

/** Notes the logo of an upload, unless it has one. */
async function noteLogo(tx: DatabaseTransaction, author: Author, uploadId: string, logoId: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('logo_uploads')
    .where('id', '=', uploadId)
    .where('logo_id', 'is', null)
    // None if it has been deleted meanwhile.
    .set(({ selectFrom }) => ({
      logo_id: selectFrom('logos').select('id').where('id', '=', logoId).forKeyShare(),
      name: null,
      metadata: '{}',
    }))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const target = { type: 'logo-upload', id: uploadId };
  await recordAudit(tx, author, { action: 'logo-upload.completed', target, details: { logoId } });
}

/** The note stays, for the address holds until the upload expires: what comes again is removed after that. */
async function removeSent(
  { store, logger }: Pick<StoreLogoDeps, 'store' | 'logger'>,
  row: LogoUploadRow,
): Promise<void> {
  await store
    .remove(uploadKey(row.tenant_id, row.id))
    .catch((err: unknown) => logger.warn({ err }, 'bytes that were sent for an upload are removed later'));
}

/** The bytes that were sent; undefined when there are none. Of others than were announced no more than so many are read. */
async function readSent(store: Pick<ObjectStore, 'get'>, row: LogoUploadRow): Promise<Buffer | undefined> {
  const object = await store.get(uploadKey(row.tenant_id, row.id)).catch((cause: unknown) => {
    if (cause instanceof ObjectNotFound) return undefined;
    throw unreadable(cause);
  });
  if (object === undefined) return undefined;
  try {
    return await buffer(takeAnnounced(object.stream, row));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw unreadable(error);
    throw new ProblemError('digest-mismatch', `${error.message}; send those that were announced`);
  } finally {
    object.stream.destroy();
  }
}

function unreadable(cause: unknown): ProblemError {
  return new ProblemError('unavailable', 'The object store cannot be read now', { cause });
}
