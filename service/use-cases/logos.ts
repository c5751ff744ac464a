import type { Logo, LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { readLogoFormat } from '../logo-format/read.ts';

const MEDIA_TYPES: Record<LogoFormat, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/**
 * Keeps a logo. The same bytes are kept once: a tenant that sends them again gets the logo it has.
 *
 * @throws ProblemError empty-body, unknown-logo-format, truncated-logo, digest-mismatch, unavailable
 */
export async function storeLogo(
  { db, store }: { db: Database; store: ObjectStore },
  tenantId: string,
  bytes: Buffer,
  expectedSha256?: string,
): Promise<{ logo: Logo; created: boolean }> {
  if (bytes.length === 0) throw new ProblemError('empty-body', 'Send the bytes of a picture as the body');
  const format = readLogoFormat(bytes);
  const digest = sha256(bytes);
  if (expectedSha256 !== undefined && expectedSha256 !== digest) {
    throw new ProblemError('digest-mismatch', `The bytes sent have the SHA-256 ${digest}`);
  }
  await store.put(logoKey(tenantId, digest), bytes, MEDIA_TYPES[format]).catch((cause: unknown) => {
    throw Object.assign(new ProblemError('unavailable', 'The object store cannot be written now'), { cause });
  });
  const inserted = await db
    .insertInto('logos')
    .values({ id: uuid(), tenant_id: tenantId, sha256: digest, format, bytes: bytes.length })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { logo: toLogo(inserted), created: true };
  const existing = await db
    .selectFrom('logos')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', digest)
    .executeTakeFirstOrThrow();
  return { logo: toLogo(existing), created: false };
}

/** @throws ProblemError not-found */
export async function readLogo(db: Database, tenantId: string, logoId: string): Promise<Logo> {
  const row = await db
    .selectFrom('logos')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', logoId)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found', 'There is no such logo');
  return toLogo(row);
}

/** Which of these logos the tenant has, by their ids. */
export async function findLogoIds(db: Database, tenantId: string, logoIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('logos')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', logoIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function toLogo(row: Selectable<Tables['logos']>): Logo {
  return {
    id: row.id,
    sha256: row.sha256,
    format: row.format,
    bytes: row.bytes,
    createdAt: row.created_at.toISOString(),
  };
}
