import { outputKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { newLogo, type TestApp } from './app.ts';

/** A render with one file, as a worker leaves it while it is at work, or at the end. */
export async function storeOutput(
  product: TestApp,
  name: string,
  mediaType: string,
  { bytes = Buffer.from('bytes'), finished = false }: { bytes?: Buffer; finished?: boolean } = {},
): Promise<{ id: string; url: string }> {
  const { app, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await addOutput(product, id, { name, mediaType, bytes });
  if (finished) await succeed(product, id);
  const [output] = (await app.inject({ url: `/v1/renders/${id}`, headers })).json().outputs;
  return { id, url: String(output.url) };
}

/** Does what a worker does with a file that it made. */
export async function addOutput(
  { db, store, tenantId }: Pick<TestApp, 'db' | 'tenantId'> & { store: Pick<ObjectStore, 'put'> },
  renderId: string,
  { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Buffer },
): Promise<void> {
  const key = outputKey(tenantId, renderId, name);
  await store.put(key, bytes, mediaType);
  const row = { render_id: renderId, name, position: 0, media_type: mediaType, width: null, height: null };
  const stored = { ...row, bytes: bytes.length, sha256: sha256(bytes), object_key: key };
  await db.insertInto('render_outputs').values(stored).execute();
}

/** Ends a render well, at a time that is known. */
export async function succeed({ db }: Pick<TestApp, 'db'>, renderId: string): Promise<void> {
  await db
    .updateTable('renders')
    .set({ state: 'succeeded', finished_at: FINISHED_AT })
    .where('id', '=', renderId)
    .execute();
}

const FINISHED_AT = new Date('2026-11-24T08:00:00.250Z');
