import { isFinished } from '@logomorph/contract/render.ts';
import type { WebhookRender } from '@logomorph/contract/webhook-delivery.ts';
import type { DatabaseTransaction } from './database/schema.ts';
import { toColumn } from './trace-context.ts';

/**
 * Notes, for the webhooks of the tenant, that a render or a batch has finished. To be called in the transaction that
 * finishes it, so that a killed process loses no event; each run of a render ends once, and so does this. Which endpoints want it
 * is found out later, for their rows must not be locked here. Where there are no endpoints nothing is noted, nor of renders
 * of transforms, which whoever opens a page asks for.
 */
export async function recordWebhookEvent(tx: DatabaseTransaction, renderId: string): Promise<void> {
  const render = await tx
    .selectFrom('renders')
    .select(['id', 'tenant_id', 'logo_id', 'parent_id', 'state', 'run', 'error', 'origin', 'created_at', 'finished_at'])
    .where('id', '=', renderId)
    .where('transform', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_endpoints')
          .select('webhook_endpoints.id')
          .whereRef('webhook_endpoints.tenant_id', '=', 'renders.tenant_id'),
      ),
    )
    .executeTakeFirst();
  if (render === undefined || !isFinished(render.state)) return;
  const data: WebhookRender = {
    id: render.id,
    url: `/v1/renders/${render.id}`,
    ...(render.logo_id === null ? {} : { logoId: render.logo_id }),
    ...(render.parent_id === null ? {} : { parentId: render.parent_id }),
    state: render.state,
    createdAt: render.created_at.toISOString(),
    ...(render.finished_at === null ? {} : { finishedAt: render.finished_at.toISOString() }),
    ...(render.error === null ? {} : { error: render.error }),
  };
  await tx
    .insertInto('webhook_events')
    .values({
      tenant_id: render.tenant_id,
      type: `${render.logo_id === null ? 'batch' : 'render'}.${render.state}`,
      render_id: render.id,
      run: render.run,
      data: JSON.stringify(data),
      origin: toColumn(render.origin),
    })
    .onConflict((conflict) => conflict.columns(['render_id', 'type', 'run']).doNothing())
    .execute();
}
