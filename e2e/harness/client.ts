import assert from 'node:assert/strict';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';

/** What the tests read of a render. */
const Render = Type.Object({
  id: Type.String(),
  state: Type.String(),
  outputs: Type.Array(
    Type.Object({
      name: Type.String(),
      mediaType: Type.String(),
      bytes: Type.Number(),
      sha256: Type.String(),
      url: Type.String(),
      width: Type.Optional(Type.Number()),
    }),
  ),
  error: Type.Optional(Type.Object({ type: Type.String(), detail: Type.String() })),
  warnings: Type.Array(Type.String()),
  children: Type.Optional(
    Type.Object({ total: Type.Number(), succeeded: Type.Number(), failed: Type.Number(), canceled: Type.Number() }),
  ),
});

export type Render = Static<typeof Render>;

const Logo = Type.Object({ id: Type.String() });

/** One event of a stream. */
export interface StreamEvent {
  id: number;
  type: string;
}

/** A client of the API, as somebody would write one from its description. */
export function apiClient(baseUrl: string, key: string) {
  const call = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    return fetch(baseUrl + path, { ...init, headers });
  };
  const json = async <T extends TSchema>(schema: T, path: string) =>
    Value.Parse(schema, await (await call(path)).json());
  const post = (path: string, body: unknown) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const submit = async (request: object): Promise<Render> => {
    const answer = await post('/v1/renders', request);
    assert.equal(answer.status, 202, await answer.clone().text());
    return Value.Parse(Render, await answer.json());
  };

  const read = (id: string) => json(Render, `/v1/renders/${id}`);
  /** Follows a render to its end, through streams that break, and gives its events. */
  const follow = async (id: string, seconds = 60): Promise<StreamEvent[]> => {
    const events: StreamEvent[] = [];
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      const last = String(events.at(-1)?.id ?? 0);
      const text = await call(`/v1/renders/${id}/events`, {
        headers: { 'last-event-id': last },
        signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
      }).then(
        (answer) => answer.text(),
        () => '',
      );
      for (const [, seq, type = ''] of text.matchAll(/^id: (\d+)\nevent: (\w+)$/gm)) {
        events.push({ id: Number(seq), type });
      }
      if (['succeeded', 'failed', 'canceled'].includes(events.at(-1)?.type ?? '')) return events;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`render ${id} has not ended in ${seconds} s: ${JSON.stringify(events)}`);
  };

  return {
    call,
    json,
    post,

    async upload(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
      const answer = await call('/v1/logos', { method: 'POST', body: bytes });
      assert.ok(answer.ok, await answer.clone().text());
      return Value.Parse(Logo, await answer.json()).id;
    },

    render: (logoId: string, recipe: object) => submit({ logoId, recipe }),

    submit,

    read,

    follow,

    /** Asks for a render, and gives it as it is at its end. */
    async made(request: object): Promise<Render> {
      const { id } = await submit(request);
      await follow(id);
      return read(id);
    },

    async download(url: string): Promise<Buffer<ArrayBuffer>> {
      const answer = await call(url);
      assert.equal(answer.status, 200, url);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;
