import type { Readable } from 'node:stream';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { uploadKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import { takeAnnounced } from './announced-bytes.ts';
import { isExpired, noSuchUpload } from './logo-uploads.ts';
import { isSuspended, suspended } from './suspension.ts';

/** What is needed to take bytes that a tenant has announced. */
interface ReceiveDeps {
  db: Database;
  store: Pick<ObjectStore, 'putStream'>;
  /** Counts a request against the tenant's limit on them. @throws ProblemError rate-limited */
  takeRate: (tenantId: string) => Promise<void>;
}

/**
 * Stores the bytes that a client sends for an upload, as they come; when they are not those that were announced, nothing
 * is stored, and what was sent before stays.
 *
 * @throws ProblemError not-found; tenant-suspended; rate-limited; upload-completed; upload-expired; logo-infected; body-too-large;
 *   digest-mismatch; unavailable
 */
export async function receiveLogoUpload(
  { db, store, takeRate }: ReceiveDeps,
  uploadId: string,
  body: Readable,
): Promise<void> {
  const row = await db
    .selectFrom('logo_uploads')
    .innerJoin('tenants', 'tenants.id', 'tenant_id')
    .selectAll('logo_uploads')
    .select([isSuspended('logo_uploads.tenant_id').as('is_suspended'), isExpired.as('is_expired')])
    .where('logo_uploads.id', '=', uploadId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw noSuchUpload();
  if (row.is_suspended) throw suspended();
  await takeRate(row.tenant_id);
  if (row.logo_id !== null) throw new ProblemError('upload-completed', 'Its bytes are here, and are needed no more');
  if (row.is_expired) throw new ProblemError('upload-expired', 'Announce the logo again');
  await refuseQuarantined(db, row.tenant_id, row.sha256);
  const stream = takeAnnounced(body, row);
  await store.putStream(uploadKey(row.tenant_id, uploadId), stream, row).catch((cause: unknown) => {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('unavailable', 'The object store cannot be written now', { cause });
  });
}
