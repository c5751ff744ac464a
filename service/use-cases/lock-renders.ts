import type { Render, RenderState } from '@logomorph/contract/render.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';

/**
 * Locks a render, or those of a batch, as far as they are in one of these states, and gives their ids. Renders are locked
 * before their batch, as workers do it, and in one order.
 */
export async function lockRenders(
  tx: DatabaseTransaction,
  { id, children }: Pick<Render, 'id' | 'children'>,
  states: readonly RenderState[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('renders')
    .select('id')
    .where(children === undefined ? 'id' : 'parent_id', '=', id)
    .where('state', 'in', states)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}
