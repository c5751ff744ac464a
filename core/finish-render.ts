import type { FINISHED_STATES } from '@logomorph/contract/render.ts';
import type { DatabaseTransaction } from './database/schema.ts';
import { databaseTime } from './database/time.ts';
import { discardOutputs } from './discarded-objects.ts';
import { appendEvent, type NewRenderEvent } from './render-events.ts';
import { notifyOfRender } from './render-signals.ts';
import { countRender } from './usage.ts';
import { recordWebhookEvent } from './webhook-events.ts';

/** The event that a render or a batch ends with. */
export type RenderEnd = Extract<NewRenderEvent, { type: (typeof FINISHED_STATES)[number] }>;

/**
 * Finishes a render or a batch: its row, with what to know of it, its last event, that of the tenant's webhooks, and the
 * tenant's usage. One that has not succeeded has no files. The worker of one that is canceled is told to stop.
 */
export async function finishRender(
  tx: DatabaseTransaction,
  renderId: string,
  end: RenderEnd,
  warnings: string[] | null = null,
): Promise<void> {
  const { run } = await tx
    .updateTable('renders')
    .where('id', '=', renderId)
    .set({
      state: end.type,
      error: end.type === 'failed' ? JSON.stringify(end.data) : null,
      warnings,
      finished_at: databaseTime(),
    })
    .returning('run')
    .executeTakeFirstOrThrow();
  if (end.type !== 'succeeded') await discardOutputs(tx, [renderId]);
  await recordWebhookEvent(tx, renderId);
  await appendEvent(tx, renderId, run, end);
  // Last, for renders of a tenant that finish at once wait for each other here.
  await countRender(tx, renderId);
  if (end.type === 'canceled') await notifyOfRender(tx, 'render_cancellations', renderId);
}
