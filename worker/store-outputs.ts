import type { Database } from '@logomorph/core/database/schema.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { outputKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { StoredOutput } from '@logomorph/core/stored-outputs.ts';
import type { Claim } from './claim-render.ts';
import type { RenderedFile } from './renderer/render.ts';
import { recordOutputs, type StoredOutputs } from './renders.ts';

/** How many files of a render are stored at a time: a store elsewhere takes longer than the making of a small file. */
const AT_ONCE = 4;

/** Milliseconds that a stored file waits for what is recorded by the same statement: the next ones, or the end. */
const TOGETHER = 100;

/**
 * Stores the files of a render as they come, and records them once they are stored, in their order. Meanwhile the next are
 * made and stored. The last ones are left to be recorded with the end of the render.
 *
 * @param timeout is aborted at the end of the render's time
 * @param announced that files may be stored under this content key
 * @throws Superseded
 */
export async function storeOutputs(
  { db, store, timeout }: { db: Database; store: Pick<ObjectStore, 'put'>; timeout: AbortSignal },
  claim: Claim,
  contentKey: string,
  announced: Promise<void>,
  files: AsyncIterable<RenderedFile>,
): Promise<StoredOutputs> {
  const unrecorded: StoredOutput[] = [];
  const puts: Promise<void>[] = [];
  /** How many of the unrecorded ones are stored, from the first on. */
  let stored = 0;
  let storing = Promise.resolve();
  let recording = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let failure: Error | undefined;

  const recordStored = async () => {
    const outputs = unrecorded.slice(0, stored);
    if (outputs.length > 0) await recordOutputs(db, claim, outputs);
    unrecorded.splice(0, outputs.length);
    stored -= outputs.length;
  };
  const fail = (error: Error) => {
    failure ??= error;
  };
  const recordSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      recording = recording.then(recordStored);
      recording.catch(fail);
    }, TOGETHER);
  };

  try {
    for await (const file of files) {
      await announced;
      const output = toStored(file, puts.length, outputKey(claim.tenantId, contentKey, file.name));
      unrecorded.push(output);
      const put = store.put(output.objectKey, file.bytes, file.mediaType);
      puts.push(put);
      storing = Promise.all([storing, put]).then(() => {
        stored += 1;
        recordSoon();
      });
      storing.catch(fail);
      const inTime = !timeout.aborted;
      await puts.at(-AT_ONCE);
      if (inTime && timeout.aborted) throw new Error('the object store took the time of the render');
      if (failure !== undefined) throw failure;
    }
    await storing;
    clearTimeout(timer);
    await recording;
  } catch (error) {
    // Whatever it was, nothing is under way when the render goes on to its end, or to another worker.
    await Promise.allSettled([storing, ...puts]);
    clearTimeout(timer);
    try {
      await recording;
      await recordStored();
    } finally {
      await discard(db, unrecorded);
    }
    throw error;
  }
  return { count: puts.length, unrecorded };
}

/** Notes files that nothing will refer to, as when their render was canceled or deleted while they were stored. */
export async function discard(db: Database, outputs: readonly StoredOutput[]): Promise<void> {
  for (const { objectKey } of outputs) await discardObject(db, objectKey);
}

function toStored({ name, mediaType, bytes, width, height }: RenderedFile, position: number, objectKey: string) {
  return { name, position, mediaType, bytes: bytes.length, sha256: sha256(bytes), width, height, objectKey };
}
