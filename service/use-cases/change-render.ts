import type { Render, RenderPatch } from '@logomorph/contract/render.ts';
import { type Author, recordChange } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { noSuchRender, readRender } from './renders.ts';

/**
 * Changes what a client says of a render, whatever becomes of it meanwhile; a webhook has what was said when it ended.
 *
 * @throws ProblemError not-found
 */
export async function changeRender(
  db: Database,
  author: Author,
  renderId: string,
  { metadata }: RenderPatch,
): Promise<Render> {
  return db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('renders')
      .select(['id', 'metadata'])
      .where('tenant_id', '=', author.tenantId)
      .where('id', '=', renderId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (before === undefined) throw noSuchRender();
    await tx
      .updateTable('renders')
      .where('id', '=', before.id)
      .set({ metadata: JSON.stringify(metadata) })
      .execute();
    await recordChange(tx, author, before.metadata, metadata, {
      action: 'render.changed',
      target: { type: 'render', id: before.id },
      details: { fields: ['metadata'] },
    });
    return readRender(tx, author.tenantId, before.id);
  });
}
