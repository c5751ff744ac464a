import { isFinished } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { RenderSignals } from '@logomorph/core/render-signals.ts';

/** Seconds between looks, for those times when Postgres' notifications do not come through. */
const POLL = 2;

/** Resolves when a render is finished or gone, or when the signal says so. */
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
      const row = await db.selectFrom('renders').select('state').where('id', '=', renderId).executeTakeFirst();
      if (row === undefined || isFinished(row.state)) return;
      await woken;
    }
  } finally {
    // What is still waited for need not be any more.
    ended.abort();
  }
}
