import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { tenantPrefix } from '@logomorph/core/object-store/keys.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { countedPage } from './counted-page.ts';
import { totalOf } from './counts.ts';
import { countObjects, eraseObjects } from './erase-objects.ts';
import type { ErasureDeps } from './erasures.ts';
import type { Recheck } from './receipt.ts';
import { removeJobs } from './remove-jobs.ts';
import type { TakenErasure } from './take.ts';
import { FIRST_RENDERS, type RenderPlace, removeRenderPage } from './tenant-renders.ts';
import { countRows, IDENTITIES, OTHER_TABLES, removePage, type TenantTable, WEBHOOK_TABLES } from './tenant-tables.ts';

/**
 * Removes what there is of a tenant, page by page: webhooks, renders, all other rows, who signs in when it has settled,
 * objects. Each page is whole or not done, and what is gone is not found again, so it can be begun anew at any time.
 *
 * @returns false when there was no time for all of it
 */
export async function eraseTenantData(
  { db, queue, store }: ErasureDeps,
  { id, tenant_id: tenantId, is_settled: isSettled }: TakenErasure,
  hasTime: () => boolean,
): Promise<boolean> {
  const empty = async (tables: readonly TenantTable[]) => {
    while (hasTime()) {
      const rows = await countedPage(db, id, (tx) => removePage(tx, tables, tenantId));
      if (totalOf(rows) === 0) return true;
    }
    return false;
  };
  if (!(await empty(WEBHOOK_TABLES))) return false;
  for (let place: RenderPlace | undefined = FIRST_RENDERS; place !== undefined; ) {
    if (!hasTime()) return false;
    const from: RenderPlace = place;
    let queued: QueuedRender[] = [];
    await countedPage(db, id, async (tx) => {
      const page = await removeRenderPage(tx, tenantId, from);
      ({ next: place, queued } = page);
      return page.rows;
    });
    await removeJobs(queue, queued);
  }
  if (!(await empty(OTHER_TABLES))) return false;
  if (isSettled && !(await empty(IDENTITIES))) return false;
  return eraseObjects({ db, store }, id, tenantPrefix(tenantId), hasTime);
}

/** Removes the row of the tenant, with which nothing more can be stored of it, and looks for what is left. */
export async function eraseTenantRow(
  tx: DatabaseTransaction,
  { store }: Pick<ErasureDeps, 'store'>,
  { tenant_id: tenantId }: TakenErasure,
): Promise<Recheck> {
  // Waits for whoever is just storing something of the tenant. What is there then lets this fail, or is found below.
  await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forUpdate().execute();
  const rows = await countRows(tx, tenantId);
  const objects = await countObjects(store, tenantPrefix(tenantId));
  if (rows + objects > 0) return { rows, objects };
  await tx.deleteFrom('tenants').where('id', '=', tenantId).execute();
  return { rows: 0, objects: 0 };
}
