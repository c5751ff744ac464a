import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';

/** Stores a logo and a render of it that waits, as the version before did it, and gives the render's id. */
export async function storeRender(
  { db, store, tenantId }: { db: Database; store: ObjectStore; tenantId: string },
  bytes: Buffer,
  format: LogoFormat,
  recipe: object,
): Promise<string> {
  const [logoId, renderId] = [crypto.randomUUID(), crypto.randomUUID()];
  const digest = sha256(bytes);
  await store.put(logoKey(tenantId, digest), bytes, 'image/*');
  await db
    .insertInto('logos')
    .values({ id: logoId, tenant_id: tenantId, sha256: digest, format, bytes: bytes.length })
    .execute();
  await db
    .insertInto('renders')
    .values({ id: renderId, tenant_id: tenantId, logo_id: logoId, recipe: JSON.stringify(recipe), state: 'queued' })
    .execute();
  return renderId;
}
