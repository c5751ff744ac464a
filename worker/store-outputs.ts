import type { Database } from '@logomorph/core/database/schema.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { outputKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { Claim } from './claim-render.ts';
import type { RenderedFile } from './renderer/render.ts';
import { recordOutputs, type StoredOutput, Superseded } from './renders.ts';

/**
 * Stores the files of a render as they come, and records each once it is stored, in their order. While some are recorded the
 * next are made and stored; those that wait by then are recorded by one statement.
 *
 * @param announced that files may be stored under this content key
 * @returns how many there were
 * @throws Superseded
 */
export async function storeOutputs(
  { db, store }: { db: Database; store: Pick<ObjectStore, 'put'> },
  claim: Claim,
  contentKey: string,
  announced: Promise<void>,
  files: AsyncIterable<RenderedFile>,
): Promise<number> {
  const unrecorded: StoredOutput[] = [];
  const record = async () => {
    const stored = [...unrecorded];
    if (stored.length > 0) await recordOutputs(db, claim, stored);
    unrecorded.splice(0, stored.length);
  };
  let recording = Promise.resolve();
  let failure: Error | undefined;
  let position = 0;
  try {
    for await (const file of files) {
      await announced;
      const objectKey = outputKey(claim.tenantId, contentKey, file.name);
      await store.put(objectKey, file.bytes, file.mediaType);
      unrecorded.push(toStored(file, position, objectKey));
      position += 1;
      if (failure !== undefined) break;
      recording = recording.then(record);
      recording.catch((error) => {
        failure ??= error;
      });
    }
    return position;
  } finally {
    // Whatever ended it, nothing of it is under way when the render goes on to its end, or to another worker.
    await recording.catch(async (error: unknown) => {
      // The render was canceled or deleted while files were stored: nothing refers to them.
      if (error instanceof Superseded) for (const { objectKey } of unrecorded) await discardObject(db, objectKey);
      throw error;
    });
  }
}

function toStored({ name, mediaType, bytes, width, height }: RenderedFile, position: number, objectKey: string) {
  return { name, position, mediaType, bytes: bytes.length, sha256: sha256(bytes), width, height, objectKey };
}
