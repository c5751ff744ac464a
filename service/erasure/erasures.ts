import type { Database } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import type { Logger } from 'pino';
import { type Repeating, repeat } from '../repeat.ts';
import { endOfLogo, eraseLogoData } from './erase-logo.ts';
import { eraseTenantData, eraseTenantRow } from './erase-tenant.ts';
import { makeReceipt } from './receipt.ts';
import type { ReceiptSigner } from './receipt-signer.ts';
import { type Again, letGo, type TakenErasure, takeErasure } from './take.ts';

/** Seconds between looks for erasures, when nothing makes this look sooner. */
const INTERVAL = 5;

/** Seconds that are given to one erasure, before others have their turn. */
const SLICE = 10;

/** What erasing needs. */
export interface ErasureDeps {
  db: Database;
  queue: Pick<JobQueue, 'remove'>;
  store: Pick<ObjectStore, 'list' | 'removeListed'>;
  signer: ReceiptSigner;
  /** Seconds after which nothing that was under way when an erasure began can store anything any more. */
  settleSeconds: number;
  logger: Logger;
}

/** Carries erasures out, in each API process, one at a time; none is in the hands of two. */
export function startErasures(deps: ErasureDeps, draining: AbortSignal): Repeating {
  return repeat(
    async () => {
      while (!draining.aborted && (await eraseNext(deps, SLICE, draining)));
    },
    INTERVAL,
    deps.logger,
    'erasures',
  );
}

/**
 * Goes on with the erasure that has waited longest, for so many seconds.
 *
 * @returns false when none is due
 */
export async function eraseNext(
  deps: ErasureDeps,
  seconds = SLICE,
  draining?: Pick<AbortSignal, 'aborted'>,
): Promise<boolean> {
  const erasure = await takeErasure(deps.db, deps.settleSeconds);
  if (erasure === undefined) return false;
  const end = performance.now() + seconds * 1000;
  try {
    const again = await goOn(deps, erasure, () => performance.now() < end && draining?.aborted !== true);
    if (again !== 'finished') await letGo(deps.db, erasure.id, again);
  } catch (error) {
    deps.logger.warn({ err: error, erasureId: erasure.id }, 'an erasure stopped; it will go on');
    await letGo(deps.db, erasure.id, 'later');
  }
  return true;
}

/** Does what can be done now, and tells when to go on. */
async function goOn(deps: ErasureDeps, erasure: TakenErasure, hasTime: () => boolean): Promise<Again | 'finished'> {
  const erase = erasure.subject_type === 'logo' ? eraseLogoData : eraseTenantData;
  if (!(await erase(deps, erasure, hasTime))) return 'now';
  if (!erasure.is_settled) return 'settled';
  return finish(deps, erasure);
}

/** The end of an erasure: nothing is left, and the receipt says so. */
async function finish(deps: ErasureDeps, { id, ...taken }: TakenErasure): Promise<Again | 'finished'> {
  const finished = await deps.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('erasures')
      .selectAll()
      .where('id', '=', id)
      .where('state', '<>', 'succeeded')
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return true;
    const end = taken.subject_type === 'logo' ? endOfLogo : eraseTenantRow;
    const recheck = await end(tx, deps, { id, ...taken });
    if (recheck.rows + recheck.objects > 0) return false;
    const { at } = await tx.selectNoFrom(databaseTime().as('at')).executeTakeFirstOrThrow();
    const receipt = await makeReceipt(deps.signer, row, at, recheck);
    await tx
      .updateTable('erasures')
      .where('id', '=', id)
      .set({ state: 'succeeded', due_at: null, finished_at: at, receipt })
      .execute();
    return true;
  });
  // Something came in between: it is removed in the next turn.
  if (!finished) return 'now';
  deps.logger.info({ erasureId: id, tenantId: taken.tenant_id }, 'erased');
  return 'finished';
}
