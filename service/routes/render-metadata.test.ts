import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Render } from '@logomorph/contract/render.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';
import { deliveriesOf, dispatching, newEndpoint, receiveWebhooks } from '../testing/webhook-receiver.ts';

const ORDER = { order: '1042', 'for.whom': 'Söhne & Co 🎨' };

async function setUp(t: TestContext) {
  const product = await testApp(t);
  return { product, logoId: await newLogo(product) };
}

const change = ({ app, headers }: Pick<TestApp, 'app' | 'headers'>, id: string, payload: object) =>
  app.inject({ method: 'PATCH', url: `/v1/renders/${id}`, headers, payload });

const read = async ({ app, headers }: TestApp, path: string) =>
  (await app.inject({ url: `/v1${path}`, headers })).json();

test('a render has the metadata that it was asked for with, wherever it is told, also when it is made again', async (t) => {
  const { product, logoId } = await setUp(t);
  const { app, headers } = product;
  const render: Render = (await askForPalette(product, { logoId, metadata: ORDER })).json();
  assert.deepEqual(render.metadata, ORDER);
  assert.deepEqual(await read(product, `/renders/${render.id}`), render);
  assert.deepEqual((await read(product, '/renders')).items, [render]);
  for (const action of ['cancel', 'retry']) {
    const answer = await app.inject({ method: 'POST', url: `/v1/renders/${render.id}/${action}`, headers });
    assert.deepEqual(answer.json().metadata, ORDER, action);
  }
  assert.deepEqual((await askForPalette(product, { logoId })).json().metadata, {});
});

test('each render of a batch has the metadata of the batch', async (t) => {
  const { product, logoId } = await setUp(t);
  const logoIds = [logoId, await newLogo(product, OTHER_SVG)];
  const { id }: Render = (await askForPalette(product, { logoIds, metadata: ORDER })).json();
  const { items } = await read(product, '/renders');
  assert.deepEqual(
    items.map(({ metadata }: Render) => metadata),
    [ORDER, ORDER, ORDER],
  );
  await change(product, id, { metadata: { only: 'this' } });
  assert.deepEqual((await read(product, `/renders/${id}`)).metadata, { only: 'this' });
  for (const child of (await read(product, `/renders?parentId=${id}`)).items) assert.deepEqual(child.metadata, ORDER);
});

test('equal renders that are asked for at once each have their own metadata', async (t) => {
  const { product, logoId } = await setUp(t);
  const orders = Array.from({ length: 30 }, (_, index) => (index % 5 === 0 ? undefined : { order: `${index}` }));
  const answers = await Promise.all(orders.map((metadata) => askForPalette(product, { logoId, metadata })));
  for (const [index, answer] of answers.entries()) {
    assert.deepEqual((await read(product, `/renders/${answer.json().id}`)).metadata, orders[index] ?? {});
  }
});

test('the same key with other metadata is another request', async (t) => {
  const { product, logoId } = await setUp(t);
  const ask = (metadata: object) => askForPalette(product, { logoId, metadata }, 'k');
  const first = await ask(ORDER);
  assert.equal((await ask(ORDER)).body, first.body);
  assert.equal((await ask({ order: '1043' })).json().type, 'urn:logomorph:problem:idempotency-key-reused');
});

test('metadata is replaced, of a render in any state, and nothing else is', async (t) => {
  const { product, logoId } = await setUp(t);
  const render: Render = (await askForPalette(product, { logoId, metadata: ORDER })).json();
  const changed = await change(product, render.id, { metadata: { invoice: '7' } });
  assert.equal(changed.statusCode, 200, changed.body);
  assert.deepEqual(changed.json(), { ...render, metadata: { invoice: '7' } });
  assert.deepEqual(await read(product, `/renders/${render.id}`), changed.json());
  await finishRender(product.db, render.id, { type: 'succeeded', data: { outputs: 0 } });
  const emptied = (await change(product, render.id, { metadata: {} })).json();
  assert.deepEqual([emptied.state, emptied.metadata], ['succeeded', {}]);
  for (const payload of [{}, { metadata: null }, { metadata: { x: null } }, { metadata: {}, priority: 'high' }]) {
    assert.equal((await change(product, render.id, payload)).statusCode, 422, JSON.stringify(payload));
  }
  const other = { ...product, ...(await product.newKey('other')) };
  for (const id of [render.id, crypto.randomUUID(), 'x']) {
    assert.equal((await change(other, id, { metadata: ORDER })).statusCode, 404);
  }
  assert.deepEqual((await read(product, `/renders/${render.id}`)).metadata, {});
});

test('a webhook tells of the metadata that its render ended with', async (t) => {
  const { product, logoId } = await setUp(t);
  const { url, received } = await receiveWebhooks(t);
  const { id: endpointId } = await newEndpoint(product, url);
  const render: Render = (await askForPalette(product, { logoId, metadata: ORDER })).json();
  await finishRender(product.db, render.id, { type: 'succeeded', data: { outputs: 0 } });
  await change(product, render.id, { metadata: { later: 'x' } });
  dispatching(t, product).wake();
  await until(() => received.length > 0);
  assert.deepEqual(received[0]?.payload.data.metadata, ORDER);
  assert.deepEqual((await deliveriesOf(product, endpointId))[0].payload.data.metadata, ORDER);
  // As the previous version noted it.
  await sql`update webhook_events set data = data - 'metadata'`.execute(product.db);
  assert.equal((await deliveriesOf(product, endpointId))[0].payload.data.metadata, undefined);
});

test('metadata that changes while a worker ends the render is what the webhook has, and ends as well', async (t) => {
  const { product, logoId } = await setUp(t);
  const { db } = product;
  await newEndpoint(product, 'https://example.com/hook');
  const { id }: Render = (await askForPalette(product, { logoId, metadata: ORDER })).json();
  await db.updateTable('renders').set({ state: 'running', attempt: 1 }).execute();
  const changing = await db.startTransaction().execute();
  await changing.updateTable('renders').set({ metadata: '{"order":"1043"}' }).execute();
  const ending = finishRender(db, id, { type: 'succeeded', data: { outputs: 0 } }, { attempt: 1 });
  await untilWaiting(db, 1);
  await changing.commit().execute();
  assert.equal(await ending, true);
  const { state, metadata } = await read(product, `/renders/${id}`);
  assert.deepEqual([state, metadata], ['succeeded', { order: '1043' }]);
  const [event] = await db.selectFrom('webhook_events').select('data').execute();
  assert.deepEqual(event?.data.metadata, { order: '1043' });
});
