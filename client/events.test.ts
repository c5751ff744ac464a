import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { json, problem, serve } from './testing/serve.ts';

const TYPES = ['queued', 'started', 'output', 'succeeded'];

const event = (seq: number, type = TYPES[seq - 1]) =>
  `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify({ seq, at: '2026-11-24T08:00:00.000Z', type, data: {} })}\n\n`;

function stream(response: ServerResponse, text: string): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`retry: 1000\n\n${text}`);
  return response;
}

test('each event comes once over streams that end, break, and tell it again', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response, nth) => {
    if (nth === 1) return void stream(response, event(1)).end();
    if (nth === 2) return problem(response, 'unavailable', 503, { 'retry-after': '0' });
    if (nth === 3) {
      stream(response, event(1) + event(2) + event(3).slice(0, -5));
      return void setTimeout(() => response.socket?.destroy(), 50);
    }
    stream(response, event(3) + event(4)).end();
  });
  // Streams are opened again though nothing else is tried again.
  const events = await Array.fromAsync(createClient({ baseUrl, apiKey: 'k', retries: 0 }).events('r'));
  assert.deepEqual(
    events.map(({ seq, type }) => `${seq} ${type}`),
    TYPES.map((type, n) => `${n + 1} ${type}`),
  );
  assert.deepEqual(
    received.map(({ headers }) => headers['last-event-id']),
    ['0', '1', '1', '2'],
  );
});

test('a run that was tried again is followed to its own end', async (t) => {
  const { baseUrl } = await serve(t, (_, response) => {
    stream(response, event(1) + event(2, 'failed') + event(3, 'queued') + event(4)).end();
  });
  const events = await Array.fromAsync(createClient({ baseUrl, apiKey: 'k' }).events('r'));
  assert.deepEqual(
    events.map(({ type }) => type),
    ['queued', 'failed', 'queued', 'succeeded'],
  );
});

test('it goes on after an event that was seen before, and ends when nothing follows', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => response.writeHead(204).end());
  assert.deepEqual(await Array.fromAsync(createClient({ baseUrl, apiKey: 'k' }).events('r', { after: 4 })), []);
  assert.equal(received[0]?.headers['last-event-id'], '4');
});

test('who stops to listen, or aborts, closes the connection', async (t) => {
  const closed: Promise<unknown>[] = [];
  const { baseUrl } = await serve(t, (_, response) => {
    closed.push(once(response, 'close'));
    stream(response, event(1));
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  for await (const { type } of client.events('r')) {
    assert.equal(type, 'queued');
    break;
  }
  await closed[0];
  const stop = new AbortController();
  const following = client.events('r', { signal: stop.signal });
  await following.next();
  setImmediate(() => stop.abort(new Error('enough')));
  await assert.rejects(following.next(), /enough/);
  await closed[1];
});

test('a problem ends it', async (t) => {
  const { baseUrl } = await serve(t, (_, response) => problem(response, 'not-found', 404));
  const following = createClient({ baseUrl, apiKey: 'k' }).events('r');
  await assert.rejects(following.next(), { code: 'not-found' });
});

test('waiting for a render gives it as it is at its end', async (t) => {
  const { baseUrl } = await serve(t, ({ url }, response) => {
    if (url.endsWith('/events')) stream(response, event(1) + event(4)).end();
    else json(response, { id: 'r', state: 'succeeded' });
  });
  const seen: string[] = [];
  const onEvent = ({ type }: { type: string }) => seen.push(type);
  const { state } = await createClient({ baseUrl, apiKey: 'k' }).waitFor('r', { onEvent });
  assert.equal(state, 'succeeded');
  assert.deepEqual(seen, ['queued', 'succeeded']);
});
