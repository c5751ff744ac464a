import type { RenderSignals } from '@logomorph/core/render-signals.ts';
import { LAST_EVENTS, type ReadEvents, type RenderEventRow } from './renders.ts';

/** Seconds without an event after which a comment keeps the connection from being taken for dead. */
const HEARTBEAT = 15;

/** Milliseconds a client should wait before it connects again. */
const RETRY = 1000;

/**
 * The text of an event stream: a render's events after one, as they happen. It ends after the last event, when the render
 * is gone, or when the signal says so; the client then goes on from the last id it has seen.
 */
export async function* streamEvents(
  { readEvents, signals }: { readEvents: ReadEvents; signals: RenderSignals },
  renderId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  let seq = after;
  yield `retry: ${RETRY}\n\n`;
  try {
    while (!over.aborted) {
      // Asked for before reading, so that what happens in between is not slept over.
      const woken = signals.wait(renderId, HEARTBEAT, over);
      const rows = await readEvents(renderId, seq);
      if (rows === undefined) return;
      for (const row of rows) {
        yield toText(row);
        seq = row.seq;
      }
      // The end of a run that was tried again is followed by the next run.
      const last = rows.at(-1);
      if (last !== undefined && LAST_EVENTS.has(last.type)) return;
      await woken;
      if (rows.length === 0 && !over.aborted) yield ': waiting\n\n';
    }
  } finally {
    // What is still waited for need not be any more.
    ended.abort();
  }
}

function toText({ seq, type, data, at }: RenderEventRow): string {
  return `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify({ seq, at: at.toISOString(), type, data })}\n\n`;
}
