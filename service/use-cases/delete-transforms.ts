import { isFinished } from '@logomorph/contract/render.ts';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { discardOutputs } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';

/** How many are deleted by one statement. */
const PAGE = 1000;

/** Deletes all renders of transforms of a logo that the transaction has locked. Those that are being made are canceled. */
export async function deleteTransforms(tx: DatabaseTransaction, logoId: string): Promise<void> {
  for (;;) {
    const rows = await tx
      .selectFrom('renders')
      .select(['id', 'state'])
      .where('logo_id', '=', logoId)
      .where('transform', 'is not', null)
      .orderBy('id')
      .limit(PAGE)
      .forUpdate()
      .execute();
    if (rows.length === 0) return;
    for (const { id, state } of rows) {
      if (!isFinished(state)) await finishRender(tx, id, { type: 'canceled', data: {} });
    }
    const ids = rows.map(({ id }) => id);
    await discardOutputs(tx, ids);
    await tx.deleteFrom('renders').where('id', 'in', ids).execute();
  }
}
