import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { countedPage } from './counted-page.ts';
import { totalOf } from './counts.ts';
import type { ErasureDeps } from './erasures.ts';
import { erasePrefix } from './logo-objects.ts';
import { countLogoRenders, removeLogoRenderPage } from './logo-renders.ts';
import type { Recheck } from './receipt.ts';
import { removeJobs } from './remove-jobs.ts';
import type { TakenErasure } from './take.ts';

/**
 * Removes what there is of a logo whose row is gone, page by page: renders, then objects. Each page is whole or not done, so it
 * can be begun anew at any time. Once nothing can come in late any more, all objects are looked for again.
 *
 * @returns false when there was no time for all of it
 */
export async function eraseLogoData(
  { db, queue, store }: ErasureDeps,
  erasure: TakenErasure,
  hasTime: () => boolean,
): Promise<boolean> {
  for (;;) {
    if (!hasTime()) return false;
    let jobs: QueuedRender[] = [];
    const rows = await countedPage(db, erasure.id, async (tx) => {
      const page = await removeLogoRenderPage(tx, erasure);
      jobs = page.queued;
      return page.rows;
    });
    await removeJobs(queue, jobs);
    if (totalOf(rows) === 0) break;
  }
  while (hasTime()) {
    if (!(await erasePrefix({ db, store }, erasure))) return true;
  }
  return false;
}

/** Looks whether a render came in between, and forgets where objects were: their names may tell of a client. */
export async function endOfLogo(
  tx: DatabaseTransaction,
  _deps: Pick<ErasureDeps, 'store'>,
  erasure: TakenErasure,
): Promise<Recheck> {
  const rows = await countLogoRenders(tx, erasure);
  const { objects, kept } = await tx
    .selectFrom('erasure_objects')
    .select(({ fn, eb }) => [
      fn
        .countAll<string>()
        .filterWhere(eb.or([eb('looked_at', 'is', null), eb('looked_at', '<', erasure.settles_at)]))
        .as('objects'),
      fn.coalesce(fn.sum<string>('kept'), eb.lit(0)).as('kept'),
    ])
    .where('erasure_id', '=', erasure.id)
    .executeTakeFirstOrThrow();
  const recheck = { rows, objects: Number(objects), kept: Number(kept) };
  if (rows + recheck.objects > 0) return recheck;
  await tx.deleteFrom('erasure_objects').where('erasure_id', '=', erasure.id).execute();
  return recheck;
}
