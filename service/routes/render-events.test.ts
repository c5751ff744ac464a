import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { appendEvent } from '@logomorph/core/render-events.ts';
import { SVG, type TestApp, testApp } from '../testing/app.ts';
import { renderCreator } from '../use-cases/new-render.ts';
import { storeLogo } from '../use-cases/store-logo.ts';

async function listening(product: TestApp): Promise<{ renderId: string; url: string }> {
  const author = byOperator(product.tenantId);
  const { logo } = await storeLogo(product, author, SVG);
  const { id } = await renderCreator(product)(author, { logoId: logo.id, recipe: completeRecipe('kit') });
  const address = await product.app.listen({ host: '127.0.0.1', port: 0 });
  return { renderId: id, url: `${address}/v1/renders/${id}/events` };
}

type NewEvent = Parameters<typeof appendEvent>[3];

async function happen(db: Database, renderId: string, event: NewEvent): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const state = event.type === 'succeeded' ? 'succeeded' : 'running';
    await tx.updateTable('renders').set({ state }).where('id', '=', renderId).execute();
    await appendEvent(tx, renderId, 1, event);
  });
}

const typesOf = (stream: string) => [...stream.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);

test('a stream brings what was, what comes, and ends with the last event', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  const answer = await fetch(url, { headers: product.headers });
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  assert.equal(answer.headers.get('x-accel-buffering'), 'no');
  assert.equal(answer.headers.get('content-encoding'), null);
  assert.ok(answer.body);
  const whole = text(Readable.fromWeb(answer.body));
  await happen(product.db, renderId, { type: 'started', data: {} });
  await happen(product.db, renderId, { type: 'started', data: {} });
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  assert.deepEqual(typesOf(await whole), ['queued', 'started', 'succeeded']);
});

test('a stream is woken also when the id is in capitals in its address', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  const { mock } = t.mock.method(product.signals, 'wait');
  const answer = await fetch(url.replace(renderId, renderId.toUpperCase()), { headers: product.headers });
  const whole = answer.text();
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  assert.deepEqual(typesOf(await whole), ['queued', 'succeeded']);
  assert.equal(mock.calls[0]?.arguments[0], renderId);
});

test('a stream of a render that is gone ends, and there is none any more', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  const { mock } = t.mock.method(product.signals, 'wait');
  const answer = await fetch(url, { headers: product.headers, signal: AbortSignal.timeout(10_000) });
  const whole = answer.text();
  while (mock.callCount() === 0) await sleep(10);
  // As it is when its logo is erased.
  await product.db.transaction().execute(async (tx) => {
    await finishRender(tx, renderId, { type: 'canceled', data: {} });
    await tx.deleteFrom('renders').where('id', '=', renderId).execute();
  });
  assert.deepEqual(typesOf(await whole), ['queued']);
  assert.equal((await fetch(url, { headers: product.headers })).status, 404);
});

test('a stream goes on after the last id that was seen, and says when nothing follows', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  await happen(product.db, renderId, { type: 'started', data: {} });
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  const after = async (id: string) => fetch(url, { headers: { ...product.headers, 'last-event-id': id } });
  assert.deepEqual(typesOf(await (await after('1')).text()), ['started', 'succeeded']);
  assert.deepEqual(typesOf(await (await after('2')).text()), ['succeeded']);
  assert.equal((await after('3')).status, 204);
  assert.equal((await after('999')).status, 204);
  assert.equal((await after('x')).status, 422);
});

test('a stream after an id that is still to come brings what comes, and ends', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  const answers = await Promise.all(
    ['1', '2', '3', '999'].map((id) => fetch(url, { headers: { ...product.headers, 'last-event-id': id } })),
  );
  await happen(product.db, renderId, { type: 'started', data: {} });
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  for (const answer of answers) assert.deepEqual(typesOf(await answer.text()), ['started', 'succeeded']);
});

test('an event that happens twice is told once, without a gap in the numbers', async (t) => {
  const product = await testApp(t);
  const { renderId } = await listening(product);
  for (const _ of [1, 2, 3]) await happen(product.db, renderId, { type: 'started', data: {} });
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  const rows = await product.db.selectFrom('render_events').select(['seq', 'type']).orderBy('seq').execute();
  assert.deepEqual(rows, [
    { seq: 1, type: 'queued' },
    { seq: 2, type: 'started' },
    { seq: 3, type: 'succeeded' },
  ]);
});

test('a program that stops ends its streams, so that clients go on elsewhere', async (t) => {
  const product = await testApp(t);
  const { url } = await listening(product);
  const answer = await fetch(url, { headers: product.headers });
  product.drain();
  assert.deepEqual(typesOf(await answer.text()), ['queued']);
});

test('a stream ends soon after its key has ended', async (t) => {
  const product = await testApp(t);
  const { url } = await listening(product);
  const { headers } = await product.newKey('default', ['read']);
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  const [{ id }] = (await product.app.inject({ url: '/v1/keys', headers: product.headers })).json().items;
  await product.app.inject({ method: 'DELETE', url: `/v1/keys/${id}`, headers: product.headers });
  assert.deepEqual(typesOf(await answer.text()), ['queued']);
  assert.equal((await fetch(url, { headers })).status, 401);
});

test('streams on one connection leave no listeners behind', async (t) => {
  const product = await testApp(t);
  const { renderId, url } = await listening(product);
  await happen(product.db, renderId, { type: 'succeeded', data: { outputs: 1 } });
  const sockets: Socket[] = [];
  product.app.server.on('connection', (socket) => sockets.push(socket));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const listeners: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const [answer] = await once(get(url, { agent, headers: product.headers }), 'response');
    await text(answer);
    // The connection goes back to the agent, and its listeners go, when all of this turn is done.
    await new Promise((resolve) => setImmediate(resolve));
    listeners.push(sockets[0]?.listenerCount('close') ?? 0);
  }
  assert.equal(sockets.length, 1, 'one connection was used for all');
  assert.equal(new Set(listeners).size, 1, listeners.join());
});
