import { ProblemError } from '@logomorph/contract/problem.ts';
import { isFinished } from '@logomorph/contract/render.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { discardOutputs } from '@logomorph/core/discarded-objects.ts';
import { readRender } from './renders.ts';

/**
 * Deletes a render that has finished, or a batch with its renders: what is known of it, and its files, as far as no
 * other render has them.
 *
 * @throws ProblemError not-found; not-finished; part-of-batch
 */
export async function deleteRender(db: Database, author: Author, renderId: string): Promise<void> {
  const { id, parentId, children } = await readRender(db, author.tenantId, renderId);
  if (parentId !== undefined) throw new ProblemError('part-of-batch', `It is deleted with its batch ${parentId}`);
  await db.transaction().execute(async (tx) => {
    // Renders are locked before their batch, as workers do it, and in one order.
    const rows = await tx
      .selectFrom('renders')
      .select(['id', 'state'])
      .where(({ eb, or }) => or([eb('id', '=', renderId), eb('parent_id', '=', renderId)]))
      .orderBy('parent_id', (order) => order.asc().nullsLast())
      .orderBy('id')
      .forUpdate()
      .execute();
    const open = rows.find(({ state }) => !isFinished(state));
    if (open !== undefined) throw new ProblemError('not-finished', `It is ${open.state}; cancel it first`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await discardOutputs(tx, ids);
    await tx.deleteFrom('renders').where('id', 'in', ids).execute();
    await recordAudit(tx, author, {
      action: 'render.deleted',
      target: { type: 'render', id },
      details: { renders: children?.total ?? 1 },
    });
  });
}
