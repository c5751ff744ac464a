import type { DatabaseTransaction } from './database/schema.ts';
import { appendEvent, type NewRenderEvent } from './render-events.ts';

/** The event that a render or a batch ends with. */
export type RenderEnd = Extract<NewRenderEvent, { type: 'succeeded' | 'failed' }>;

/** Finishes a render or a batch: its row, with what to know of it, and its last event. */
export async function finishRender(
  tx: DatabaseTransaction,
  renderId: string,
  end: RenderEnd,
  warnings: string[] | null = null,
): Promise<void> {
  await tx
    .updateTable('renders')
    .where('id', '=', renderId)
    .set({
      state: end.type,
      error: end.type === 'failed' ? JSON.stringify(end.data) : null,
      warnings,
      finished_at: new Date(),
    })
    .execute();
  await appendEvent(tx, renderId, end);
}
