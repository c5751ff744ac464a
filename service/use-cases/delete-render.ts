import { ProblemError } from '@logomorph/contract/problem.ts';
import { isFinished, type RenderState } from '@logomorph/contract/render.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { discardOutputs } from '@logomorph/core/discarded-objects.ts';
import { sql } from 'kysely';
import { readRender } from './renders.ts';

/** A render, or one of a batch, that is locked. */
type LockedRender = { id: string; state: RenderState };

/**
 * Deletes a render that has finished, or a batch with its renders: what is known of it, and its files, as far as no
 * other render has them.
 *
 * @throws ProblemError not-found; not-finished; part-of-batch
 */
export async function deleteRender(db: Database, author: Author, renderId: string): Promise<void> {
  const { id, parentId } = await readRender(db, author.tenantId, renderId);
  if (parentId !== undefined) throw new ProblemError('part-of-batch', `It is deleted with its batch ${parentId}`);
  await db.transaction().execute(async (tx) => {
    await noteLastUse(tx, id);
    const rows = await lockWithChildren(tx, id);
    const open = rows.find(({ state }) => !isFinished(state));
    if (open !== undefined) throw new ProblemError('not-finished', `It is ${open.state}; cancel it first`);
    if (rows.length > 0) await removeRenders(tx, author, id, rows);
  });
}

/** Locks a render, or a batch with its renders: renders before their batch, as workers do it, and in one order. */
export async function lockWithChildren(
  tx: DatabaseTransaction,
  id: string,
  { skipLocked = false }: { skipLocked?: boolean } = {},
): Promise<LockedRender[]> {
  return tx
    .selectFrom('renders')
    .select(['id', 'state'])
    .where(({ eb, or }) => or([eb('id', '=', id), eb('parent_id', '=', id)]))
    .orderBy('parent_id', (order) => order.asc().nullsLast())
    .orderBy('id')
    .forUpdate()
    .$if(skipLocked, (query) => query.skipLocked())
    .execute();
}

/**
 * Notes at the logos of a render or a batch that is about to be deleted when they were used, which nothing else tells then.
 * Logos are locked before their renders, as it is when a logo is deleted, and in one order.
 */
export async function noteLastUse(tx: DatabaseTransaction, id: string): Promise<void> {
  const uses = sql`
    with of_render as (
      select logo_id, to_logo_id, finished_at from renders where id = ${id} or parent_id = ${id}
    ), used as (
      select logo_id, max(finished_at) as at from (
        select logo_id, finished_at from of_render union all select to_logo_id, finished_at from of_render
      ) as uses group by logo_id
    )`;
  // By a statement of its own: one that locks and updates goes to rows as they were when it began, and there it may have to
  // wait for those who wait for its lock.
  await sql`${uses}
    select from logos join used on used.logo_id = logos.id order by logos.id for no key update of logos`.execute(tx);
  await sql`${uses}
    update logos set used_at = greatest(logos.used_at, logos.created_at, used.at) from used where logos.id = used.logo_id
  `.execute(tx);
}

/** Deletes a render, or a batch, with all that is locked of it. Gives how many renders that were, a batch not counted. */
export async function removeRenders(
  tx: DatabaseTransaction,
  author: Author,
  id: string,
  rows: readonly LockedRender[],
): Promise<number> {
  const ids = rows.map((row) => row.id);
  const renders = Math.max(1, ids.length - 1);
  await discardOutputs(tx, ids);
  await tx.deleteFrom('renders').where('id', 'in', ids).execute();
  await recordAudit(tx, author, { action: 'render.deleted', target: { type: 'render', id }, details: { renders } });
  return renders;
}
