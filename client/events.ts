import type { RenderEvent } from './api-types.ts';
import { addressOf } from './call.ts';
import { readEventStream } from './event-stream.ts';
import { delayBefore, isPassing, sleep } from './retry.ts';
import { type Connection, send } from './send.ts';

/** The API sends a comment after 15 seconds without an event. */
const SILENCE = 45_000;

/** How often a stream that was open is tried to be opened again: for about two minutes, in which an API can be started anew. */
const REOPENINGS = 20;

const LAST: ReadonlySet<string> = new Set<RenderEvent['type']>(['succeeded', 'failed', 'canceled']);

export interface EventsOptions {
  /** The `seq` of the last event that was seen before. */
  after?: number;
  signal?: AbortSignal | undefined;
}

/**
 * What happens to a render, from its beginning or after an event, to its end. A stream that ends or breaks before is opened
 * again after the last event, so each is given once.
 *
 * @throws LogoMorphError
 */
export async function* events(
  connection: Connection,
  renderId: string,
  { after = 0, signal }: EventsOptions = {},
): AsyncGenerator<RenderEvent, void> {
  let seq = after;
  let { retries } = connection;
  for (;;) {
    // Ends the connection of a stream that is left, or taken for broken.
    const left = new AbortController();
    const over = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]);
    const body = await open({ ...connection, retries }, renderId, seq, over);
    if (body === undefined) return;
    retries = Math.max(retries, REOPENINGS);
    let ended = false;
    try {
      for await (const { data } of readEventStream(body, SILENCE)) {
        const event = eventOf(data);
        // Of what is told again after a retry nothing is new.
        if (event.seq <= seq) continue;
        seq = event.seq;
        ended = LAST.has(event.type);
        yield event;
      }
      if (ended) return;
    } catch (error) {
      signal?.throwIfAborted();
      if (!isPassing(error)) throw error;
    } finally {
      left.abort();
    }
    await sleep(delayBefore(0, undefined, Math.random()), signal);
  }
}

/** A stream of the events after one; undefined when nothing follows it any more. */
function open(
  connection: Connection,
  renderId: string,
  seq: number,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | undefined> {
  return send(connection, addressOf('/v1/renders/{renderId}/events', { renderId }), {
    method: 'GET',
    headers: { accept: 'text/event-stream', 'last-event-id': String(seq) },
    signal,
    read: async ({ status, headers, url, body }) => {
      if (status === 204) return undefined;
      // What is no stream has no end of a render in it, and would be asked for again for ever.
      if (headers.get('content-type')?.startsWith('text/event-stream')) return body ?? undefined;
      throw new Error(`${url} answered with something else than events: is the API there?`);
    },
  });
}

function eventOf(data: string): RenderEvent {
  const event: unknown = JSON.parse(data);
  if (!isEvent(event)) throw new SyntaxError(`This is no event of a render: ${data}`);
  return event;
}

/** What every event has; the rest is told by the type, as the description has it. */
function isEvent(event: unknown): event is RenderEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { seq, at, type, data }: { [name in keyof RenderEvent]?: unknown } = event;
  return Number.isInteger(seq) && typeof at === 'string' && typeof type === 'string' && typeof data === 'object';
}
