import { LOGO_MEDIA_TYPES, type Logo } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Quotas } from '@logomorph/contract/quota.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { discardObject, keepObject } from '@logomorph/core/discarded-objects.ts';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { countLogo } from '@logomorph/core/usage.ts';
import { type Insertable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { readRasterSize } from '../logo-format/raster-size.ts';
import { readLogoFormat } from '../logo-format/read.ts';
import { findLogoOfBytes, toLogo, useLogoOfBytes } from './logos.ts';
import { type QuotaDeps, takeBytes } from './quotas.ts';
import { type ScanDeps, scanLogo } from './scan-logo.ts';

/** What is said of a logo before its bytes are looked at. */
interface ExpectedLogo {
  sha256?: string;
  name?: string;
  metadata?: Record<string, string>;
}

/** What was stored, or was there before. */
export interface StoredLogo {
  logo: Logo;
  created: boolean;
}

/** What is needed to store logos. */
export type StoreLogoDeps = QuotaDeps & ScanDeps & { store: ObjectStore };

/**
 * Keeps a logo that no virus is found in, under a name and with metadata if they are given, and with the SHA-256 that is
 * expected if one is. The same bytes are kept once: a tenant that sends them again gets the logo it has, with the name it has.
 *
 * @throws ProblemError empty-body, unknown-logo-format, truncated-logo, digest-mismatch, logo-infected, storage-full,
 *   unavailable
 */
export async function storeLogo(
  deps: StoreLogoDeps,
  author: Author,
  bytes: Buffer,
  { sha256: expected, name, metadata = {} }: ExpectedLogo = {},
): Promise<StoredLogo> {
  const { tenantId } = author;
  const { db, store, config } = deps;
  if (bytes.length === 0) throw new ProblemError('empty-body', 'Send the bytes of a picture as the body');
  const format = readLogoFormat(bytes);
  const digest = sha256(bytes);
  if (expected !== undefined && expected !== digest) {
    throw new ProblemError('digest-mismatch', `The bytes sent have the SHA-256 ${digest}`);
  }
  const existing = await useLogoOfBytes(db, tenantId, digest);
  if (existing !== undefined) return { logo: existing, created: false };
  await refuseQuarantined(db, tenantId, digest);
  const scan = await scanLogo(deps, tenantId, digest, bytes);

  const id = uuid();
  const key = logoKey(tenantId, id);
  await discardObject(db, key);
  await store.put(key, bytes, LOGO_MEDIA_TYPES[format]).catch((cause: unknown) => {
    throw new ProblemError('unavailable', 'The object store cannot be written now', { cause });
  });
  const size = format === 'svg' ? undefined : readRasterSize(bytes, format);
  const told = {
    sha256: digest,
    format,
    bytes: bytes.length,
    ...size,
    name: name ?? null,
    metadata: JSON.stringify(metadata),
    scan,
  };
  const row = { id, tenant_id: tenantId, ...told, object_key: key };
  return db.transaction().execute((tx) => insertLogo(tx, author, row, config.quotas));
}

async function insertLogo(
  tx: DatabaseTransaction,
  author: Author,
  row: Insertable<Tables['logos']> & { object_key: string },
  quotas: Quotas,
): Promise<StoredLogo> {
  const inserted = await tx
    .insertInto('logos')
    .values({ ...row, scan_due_at: row.scan === 'pending' ? sql<Date>`now()` : null })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) {
    if (!(await keepObject(tx, row.object_key))) {
      throw new ProblemError('unavailable', 'Storing it took too long; send it again');
    }
    await countLogo(tx, row.tenant_id);
    await recordAudit(tx, author, {
      action: 'logo.created',
      target: { type: 'logo', id: inserted.id },
      details: { format: row.format, bytes: row.bytes },
    });
    await takeBytes(tx, row.tenant_id, quotas, row.bytes);
    return { logo: toLogo(inserted), created: true };
  }
  // Another upload of the same bytes was faster; these are not needed.
  await discardObject(tx, row.object_key);
  const existing = await findLogoOfBytes(tx, row.tenant_id, row.sha256);
  if (existing === undefined) throw new ProblemError('unavailable', 'The logo is being deleted; send it again');
  return { logo: existing, created: false };
}
