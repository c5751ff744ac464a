import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Render } from '@logomorph/contract/render.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { lockRenders } from './lock-renders.ts';
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
  author: Author,
  renderId: string,
): Promise<{ render: Render; canceled: number }> {
  const { tenantId } = author;
  const found = await readRender(db, tenantId, renderId);
  const batchId = found.children === undefined ? found.parentId : renderId;
  const canceled = await db.transaction().execute(async (tx) => {
    const open = await lockRenders(tx, found, ['queued', 'running']);
    for (const id of open) await finishRender(tx, id, { type: 'canceled', data: {} });
    if (batchId !== undefined) await settleBatch(tx, batchId);
    if (open.length > 0) {
      await recordAudit(tx, author, {
        action: 'render.canceled',
        target: { type: 'render', id: found.id },
        details: { renders: open.length },
      });
    }
    return open.length;
  });
  const render = await readRender(db, tenantId, renderId);
  if (render.state !== 'canceled') throw new ProblemError('already-finished', `The render has ${render.state}`);
  return { render, canceled };
}
