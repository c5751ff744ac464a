import type { Database } from '@logomorph/core/database/schema.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { addCounts } from './counts.ts';

/**
 * Removes all objects whose keys begin so, and counts them.
 *
 * @returns false when there was no time for all of them
 */
export async function eraseObjects(
  { db, store }: { db: Database; store: Pick<ObjectStore, 'list' | 'removeListed'> },
  erasureId: string,
  prefix: string,
  hasTime: () => boolean,
): Promise<boolean> {
  for await (const page of store.list(prefix)) {
    if (!hasTime()) return false;
    await store.removeListed(page);
    const bytes = page.reduce((sum, object) => sum + object.bytes, 0);
    await addCounts(db, erasureId, {}, { objects: page.length, bytes });
  }
  return true;
}

/** How many objects there are whose keys begin so: none, or those of the first page. */
export async function countObjects(store: Pick<ObjectStore, 'list'>, prefix: string): Promise<number> {
  for await (const page of store.list(prefix)) return page.length;
  return 0;
}
