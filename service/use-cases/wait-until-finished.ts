import { isFinished } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { RenderSignals } from '@logomorph/core/render-signals.ts';
import { isSuspended } from './suspension.ts';

/** Seconds between looks, for those times when Postgres' notifications do not come through. */
const POLL = 2;

/** Resolves when a render is finished or gone, its tenant suspended, so that it will not be made, or when the signal says so. */
export async function waitUntilFinished(
  { db, signals }: { db: Database; signals: RenderSignals },
  renderId: string,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  try {
    while (!over.aborted) {
      // Asked for before looking, so that what happens in between is not slept over.
      const woken = signals.wait(renderId, POLL, over);
      const row = await db
        .selectFrom('renders')
        .select(['state', isSuspended('renders.tenant_id').as('suspended')])
        .where('id', '=', renderId)
        .executeTakeFirst();
      if (row === undefined || isFinished(row.state) || row.suspended) return;
      await woken;
    }
  } finally {
    // What is still waited for need not be any more.
    ended.abort();
  }
}
