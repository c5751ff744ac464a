import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import { v7 as uuid } from 'uuid';
import { keyOfTransform, type TransformRender, type WantedTransform } from './find-transform.ts';
import { holdLogos, noSuchLogo } from './logos.ts';
import { type QuotaDeps, takeRenders } from './quotas.ts';
import { beginAgain } from './retry-render.ts';

/** What is needed to begin a render that a tenant is held to its limits with. */
export interface BeginDeps extends QuotaDeps {
  /** Counts a render against the tenant's limit of renders. @throws ProblemError rate-limited */
  takeRate: (tenantId: string) => Promise<void>;
}

/**
 * Begins the render of a transform, or the next run of the one that is known. Of requests that do it at once, of all
 * replicas, one does: the others wait for its transaction, and find it done. So it is counted once.
 *
 * @returns whether it was this request
 * @throws ProblemError not-found; rate-limited; quota-exceeded, storage-full: then nothing was begun
 */
export async function beginTransform(
  { db, config, takeRate }: BeginDeps,
  author: Author,
  wanted: WantedTransform,
  known: TransformRender | undefined,
): Promise<boolean> {
  const { tenantId } = author;
  return db.transaction().execute(async (tx) => {
    const id = known === undefined ? await create(tx, author, wanted) : await runAgain(tx, author, known);
    if (id === undefined) return false;
    await recordAudit(tx, author, {
      action: known === undefined ? 'render.created' : 'render.retried',
      target: { type: 'render', id },
      details: { type: wanted.recipe.type, renders: 1 },
    });
    await takeRenders(tx, tenantId, config.quotas, 1);
    // Last, for it is not taken back: a page that asks again and again must not use up what the tenant may ask for itself.
    await takeRate(tenantId);
    return true;
  });
}

async function create(tx: DatabaseTransaction, { tenantId, origin }: Author, wanted: WantedTransform) {
  const { logoId, recipe } = wanted;
  if (!(await holdLogos(tx, tenantId, [logoId])).has(logoId)) throw noSuchLogo();
  const row = await tx
    .insertInto('renders')
    .values({
      id: uuid(),
      tenant_id: tenantId,
      logo_id: logoId,
      transform: keyOfTransform(wanted),
      recipe: JSON.stringify(recipe),
      // Somebody is looking at an empty place.
      priority: 'high',
      state: 'queued',
      origin: toColumn(origin),
    })
    .onConflict((conflict) => conflict.columns(['logo_id', 'transform']).where('transform', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await tx.insertInto('render_events').values({ render_id: row.id, seq: 1, type: 'queued', data: '{}' }).execute();
  return row.id;
}

async function runAgain(tx: DatabaseTransaction, { origin }: Author, { id, run }: TransformRender) {
  const row = await tx
    .selectFrom('renders')
    .select('id')
    .where('id', '=', id)
    .where('run', '=', run)
    .where('state', 'in', ['failed', 'canceled'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await beginAgain(tx, id, origin);
  return id;
}
