import { LIMITS } from '@logomorph/contract/limits.ts';
import type { LogoUpload, LogoUploadRequest } from '@logomorph/contract/logo-upload.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { uploadKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import type { UrlSigner } from '@logomorph/core/signed-url.ts';
import { type Selectable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { holdLogos, readLogo, useLogoOfBytes } from './logos.ts';
import { refuseWithoutRoom } from './quotas.ts';
import { lockTenant } from './tenants.ts';

/** How many are forgotten in one statement. */
const PAGE = 1000;

/** An upload as it is stored, and whether its time is over. */
export type LogoUploadRow = Selectable<Tables['logo_uploads']> & { is_expired: boolean };

/** What is needed to announce an upload. */
interface LogoUploadDeps {
  db: Database;
  store: Pick<ObjectStore, 'presignPut'>;
  uploadUrls: UrlSigner;
  config: Pick<Config, 'maxLogoBytes' | 'quotas'>;
}

/**
 * Takes the announcement of a logo, and says where its bytes are to be sent. When they are here already it is completed at
 * once. The object that is to come is noted to be removed before it can come, after the last moment at which it may.
 *
 * @throws ProblemError logo-too-large; logo-infected; too-many-uploads; storage-full; invalid-request when the bytes here are not so many
 */
export async function createLogoUpload(
  { db, store, uploadUrls, config }: LogoUploadDeps,
  author: Author,
  { bytes, sha256, name, metadata = {} }: LogoUploadRequest,
): Promise<LogoUpload> {
  const { tenantId } = author;
  if (bytes > config.maxLogoBytes) {
    throw new ProblemError('logo-too-large', `A logo may have ${config.maxLogoBytes} bytes`);
  }
  const known = await useLogoOfBytes(db, tenantId, sha256);
  if (known !== undefined && known.bytes !== bytes) {
    const detail = `must be ${known.bytes}, as the bytes with this SHA-256 that are here already have`;
    throw invalidRequest('body', [{ pointer: '/bytes', detail }]);
  }
  if (known === undefined) await refuseQuarantined(db, tenantId, sha256);
  const id = uuid();
  const row = await db.transaction().execute(async (tx) => {
    // Before the tenant, as others do it, or they could wait for each other for ever. It may have been deleted meanwhile.
    const here = known !== undefined && (await holdLogos(tx, tenantId, [known.id])).has(known.id);
    // Under the tenant's lock, since two at once could both be the last that the limit allows.
    await lockTenant(tx, tenantId);
    if (!here && (await countOpen(tx, tenantId)) >= LIMITS.openUploads) {
      const rule = `${LIMITS.openUploads} uploads may be pending`;
      throw new ProblemError('too-many-uploads', `${rule}: complete or cancel some, or wait until they expire`);
    }
    if (!here) await refuseWithoutRoom(tx, tenantId, config.quotas, bytes);
    const inserted = await tx
      .insertInto('logo_uploads')
      .values({
        ...{ id, tenant_id: tenantId, bytes, sha256, name: name ?? null, metadata: JSON.stringify(metadata) },
        logo_id: here ? known.id : null,
        expires_at: sql<Date>`now() + make_interval(secs => ${LIMITS.uploadSeconds})`,
      })
      .returningAll()
      .returning(isExpired.as('is_expired'))
      .executeTakeFirstOrThrow();
    if (inserted.logo_id === null) await discardObject(tx, uploadKey(tenantId, id), inserted.expires_at);
    await recordAudit(tx, author, {
      action: 'logo-upload.created',
      target: { type: 'logo-upload', id },
      details: { bytes, logoId: inserted.logo_id },
    });
    return inserted;
  });
  if (row.logo_id !== null && known !== undefined) return { ...toLogoUpload(row), logo: known };
  const presigned = (await store.presignPut(uploadKey(tenantId, id), { bytes, sha256 }, LIMITS.uploadSeconds)) ?? {
    url: uploadUrls.sign(uploadPath(id), Math.floor(row.expires_at.valueOf() / 1000)),
    headers: {},
  };
  return { ...toLogoUpload(row), request: { method: 'PUT', ...presigned } };
}

/** @throws ProblemError not-found */
export async function readLogoUpload(db: Database, tenantId: string, uploadId: string): Promise<LogoUpload> {
  const row = await findLogoUpload(db, tenantId, uploadId);
  return {
    ...toLogoUpload(row),
    ...(row.logo_id === null ? {} : { logo: await readLogo(db, tenantId, row.logo_id) }),
  };
}

/** @throws ProblemError not-found, also once its logo is deleted */
export async function findLogoUpload(db: Database, tenantId: string, uploadId: string): Promise<LogoUploadRow> {
  const row = await db
    .selectFrom('logo_uploads')
    .selectAll()
    .select(isExpired.as('is_expired'))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', uploadId)
    .executeTakeFirst();
  if (row === undefined) throw noSuchUpload();
  return row;
}

/** Forgets uploads a day after they have expired. */
export async function forgetOldUploads(db: Database): Promise<void> {
  const old = db
    .deleteFrom('logo_uploads')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('logo_uploads').select('id').where('expires_at', '<', sql<Date>`now() - interval '1 day'`).limit(PAGE),
    );
  while ((await old.executeTakeFirst()).numDeletedRows === BigInt(PAGE));
}

/** What is signed when clients send the bytes to the API. The id names the tenant too. */
export function uploadPath(uploadId: string): string {
  return `/uploads/${uploadId}`;
}

export function noSuchUpload(): ProblemError {
  return new ProblemError('not-found', 'There is no such upload');
}

async function countOpen(db: Database, tenantId: string): Promise<number> {
  const { count } = await db
    .selectFrom('logo_uploads')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('logo_id', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether the time of an upload is over, by the clock that has set it. */
export const isExpired = sql<boolean>`logo_uploads.expires_at <= now()`;

function toLogoUpload(row: LogoUploadRow): LogoUpload {
  const open = row.is_expired ? 'expired' : 'pending';
  return {
    id: row.id,
    state: row.logo_id === null ? open : 'completed',
    bytes: row.bytes,
    sha256: row.sha256,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
