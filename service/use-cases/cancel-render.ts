import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Render } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { readRender } from './renders.ts';

/**
 * Cancels a render, or those of a batch that are not finished. Whoever makes one stops, and can finish it no more.
 * Canceling again changes nothing.
 *
 * @returns the render, and how many renders were canceled now
 * @throws ProblemError not-found; already-finished when it has succeeded or failed
 */
export async function cancelRender(
  db: Database,
  tenantId: string,
  renderId: string,
): Promise<{ render: Render; canceled: number }> {
  const { parentId, children } = await readRender(db, tenantId, renderId);
  const batchId = children === undefined ? parentId : renderId;
  const canceled = await db.transaction().execute(async (tx) => {
    // Renders are locked before their batch, as workers do it, and in one order.
    const open = await tx
      .selectFrom('renders')
      .select('id')
      .where(children === undefined ? 'id' : 'parent_id', '=', renderId)
      .where('state', 'in', ['queued', 'running'])
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const { id } of open) await finishRender(tx, id, { type: 'canceled', data: {} });
    if (batchId !== undefined) await settleBatch(tx, batchId);
    return open.length;
  });
  const render = await readRender(db, tenantId, renderId);
  if (render.state !== 'canceled') throw new ProblemError('already-finished', `The render has ${render.state}`);
  return { render, canceled };
}
