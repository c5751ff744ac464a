import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Site } from './site.ts';

const Render = Type.Object({
  id: Type.String(),
  state: Type.String(),
  outputs: Type.Array(Type.Object({ url: Type.String() })),
});

/** Clients that try nothing twice, and all that they did. */
interface ImpatientClients {
  /** Resolves when the last request is answered. */
  stop: () => Promise<void>;
  requests: () => number;
  /** What went wrong, a text each. */
  failures: string[];
}

/** Lets clients send requests without a pause: they ask for renders, follow them, read them, and fetch files. */
export function impatientClients(
  site: Pick<Site, 'key' | 'ledger'>,
  url: string,
  logoId: string,
  count: number,
): ImpatientClients {
  const failures: string[] = [];
  let requests = 0;
  let stopped = false;
  const send = async (path: string, init: RequestInit = {}) => {
    requests += 1;
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${site.key}`);
    try {
      const answer = await fetch(url + path, { ...init, headers });
      const text = await answer.text();
      if (answer.ok) return text;
      failures.push(`${init.method ?? 'GET'} ${path}: ${answer.status} ${text}`);
    } catch (error) {
      failures.push(`${init.method ?? 'GET'} ${path}: ${error instanceof Error ? (error.cause ?? error) : error}`);
    }
    return undefined;
  };
  const run = async () => {
    while (!stopped) {
      const body = JSON.stringify({ logoId, recipe: { type: 'variant', width: 16 + (requests % 2000) } });
      const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const made = await send('/v1/renders', { method: 'POST', headers: json, body });
      if (made === undefined) continue;
      const { id } = Value.Parse(Render, JSON.parse(made));
      site.ledger.note(id);
      await follow(id);
      const read = await send(`/v1/renders/${id}`);
      if (read === undefined) continue;
      for (const output of Value.Parse(Render, JSON.parse(read)).outputs) await send(output.url);
      await send('/v1/renders?limit=5');
    }
  };
  /** A stream of a stopping replica ends early, as each does after a while, and is gone on with. */
  const follow = async (id: string) => {
    let last = '0';
    for (;;) {
      const text = await send(`/v1/renders/${id}/events`, { headers: { 'last-event-id': last } });
      if (text === undefined || /^event: (succeeded|failed|canceled)$/m.test(text)) return;
      last = [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? last;
    }
  };
  const running = Promise.all(Array.from({ length: count }, run));
  return {
    async stop() {
      stopped = true;
      await running;
    },
    requests: () => requests,
    failures,
  };
}
