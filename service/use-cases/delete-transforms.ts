import { isFinished } from '@logomorph/contract/render.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { discardOutputs } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';

/** How many are deleted by one statement. */
const PAGE = 1000;

/** Whether a logo has so many transforms that they are not to be deleted in one transaction. */
export async function hasManyTransforms(db: Database, logoId: string): Promise<boolean> {
  const row = await transformsOf(db, logoId).offset(PAGE).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Deletes all renders of transforms of a logo that the transaction has locked. Those that are being made are canceled. */
export async function deleteTransforms(tx: DatabaseTransaction, logoId: string): Promise<void> {
  while ((await deleteTransformPage(tx, logoId)) > 0);
}

/** The same of a page of them. Gives how many it had. */
export async function deleteTransformPage(tx: DatabaseTransaction, logoId: string): Promise<number> {
  const rows = await tx
    .selectFrom('renders')
    .select(['id', 'state'])
    .where('id', 'in', transformsOf(tx, logoId).limit(PAGE))
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, state } of rows) {
    if (!isFinished(state)) await finishRender(tx, id, { type: 'canceled', data: {} });
  }
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await discardOutputs(tx, ids);
  await tx.deleteFrom('renders').where('id', 'in', ids).execute();
  return rows.length;
}

/** In the order of the index that has them by their logos. */
function transformsOf(db: Database, logoId: string) {
  return db
    .selectFrom('renders')
    .select('id')
    .where('logo_id', '=', logoId)
    .where('transform', 'is not', null)
    .orderBy('transform');
}
