import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@logomorph/core/testing/until.ts';
import { testApp } from '../testing/app.ts';
import {
  callWebhooks,
  dispatching,
  finishedRender,
  newEndpoint,
  receiveWebhooks,
} from '../testing/webhook-receiver.ts';
import { disableEndpoint } from '../webhooks/disable.ts';
import { fanOut } from '../webhooks/fan-out.ts';

const URL_OF_NOBODY = 'https://example.com/hook';

test('a test event goes to its endpoint alone, whatever its filter', async (t) => {
  const product = await testApp(t);
  const { id } = await newEndpoint(product, URL_OF_NOBODY, ['render.failed']);
  await newEndpoint(product, URL_OF_NOBODY);
  const answer = await callWebhooks(product, 'POST', `/${id}/test`);
  assert.equal(answer.statusCode, 202);
  assert.equal(answer.json().payload.type, 'webhook.test');
  await fanOut(product.db);
  assert.equal((await product.db.selectFrom('webhook_deliveries').selectAll().execute()).length, 1);
});

test('a webhook is sent also when its render is deleted meanwhile', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  await newEndpoint(product, url);
  const id = await finishedRender(product);
  const { app, headers } = product;
  assert.equal((await app.inject({ method: 'DELETE', url: `/v1/renders/${id}`, headers })).statusCode, 204);
  dispatching(t, product).wake();
  await until(() => received.length > 0);
  assert.equal(received[0]?.payload.data.id, id);
});

test('deliveries are listed by page and state', async (t) => {
  const product = await testApp(t);
  const { id } = await newEndpoint(product, URL_OF_NOBODY);
  const ids = [];
  for (let count = 0; count < 3; count += 1)
    ids.unshift((await callWebhooks(product, 'POST', `/${id}/test`)).json().id);
  const first = (await callWebhooks(product, 'GET', `/${id}/deliveries?limit=2&state=pending`)).json();
  const second = (await callWebhooks(product, 'GET', `/${id}/deliveries?limit=2&cursor=${first.nextCursor}`)).json();
  assert.deepEqual(
    [...first.items, ...second.items].map((item) => item.id),
    ids,
  );
  assert.deepEqual((await callWebhooks(product, 'GET', `/${id}/deliveries?state=failed`)).json(), { items: [] });
});

test('to a disabled endpoint nothing is sent; enabled again, what it missed and what failed can be replayed', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  const { id } = await newEndpoint(product, url);
  const since = new Date(Date.now() - 1000).toISOString();
  const onTheWay = await finishedRender(product);
  await fanOut(product.db);
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: false });
  const missed = await finishedRender(product);
  await fanOut(product.db);
  for (const [path, body] of [['test'], ['replay', { since }]] as const) {
    const refused = await callWebhooks(product, 'POST', `/${id}/${path}`, body);
    assert.equal(refused.json().type, 'urn:logomorph:problem:webhook-disabled', path);
  }
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: true });
  const dispatcher = dispatching(t, product);
  const replay = await callWebhooks(product, 'POST', `/${id}/replay`, { since });
  assert.deepEqual([replay.statusCode, replay.json()], [202, { replayed: 2 }]);
  dispatcher.wake();
  const allSucceeded = async () => {
    const { items } = (await callWebhooks(product, 'GET', `/${id}/deliveries`)).json();
    return items.length === 2 && items.every((item: { state: string }) => item.state === 'succeeded');
  };
  await until(allSucceeded);
  const told = received.map(({ payload }) => [payload.sequence, payload.data.id]).sort();
  assert.deepEqual(told, [
    [1, onTheWay],
    [2, missed],
  ]);
  assert.deepEqual((await callWebhooks(product, 'POST', `/${id}/replay`, { since })).json(), { replayed: 0 });
  const all = await callWebhooks(product, 'POST', `/${id}/replay`, { since, includeSucceeded: true });
  assert.deepEqual(all.json(), { replayed: 2 });
  dispatcher.wake();
  await until(() => received.length === 4);
  assert.equal(
    new Set(received.map(({ headers }) => headers['webhook-id'])).size,
    2,
    'ids stay, so doubles can be told',
  );
});

test('a replay tells an endpoint that others were disabled, and not that it was itself', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const since = new Date(Date.now() - 60_000).toISOString();
  const [one, other] = [await newEndpoint(product, URL_OF_NOBODY), await newEndpoint(product, URL_OF_NOBODY)];
  for (const { id } of [one, other]) await db.transaction().execute((tx) => disableEndpoint(tx, id, 'gone'));
  await fanOut(db);
  await callWebhooks(product, 'PATCH', `/${one.id}`, { enabled: true });
  assert.deepEqual((await callWebhooks(product, 'POST', `/${one.id}/replay`, { since })).json(), { replayed: 1 });
  const { items } = (await callWebhooks(product, 'GET', `/${one.id}/deliveries`)).json();
  assert.equal(items[0].payload.data.id, other.id);
});

test('a replay may have an end, which is not in it', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t);
  const { id } = await newEndpoint(product, url);
  const { db } = product;
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: false });
  const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
  for (const hour of [1, 2, 3]) {
    const renderId = await finishedRender(product);
    await fanOut(db);
    await db
      .updateTable('webhook_events')
      .where('render_id', '=', renderId)
      .set({ created_at: new Date(at(hour)) })
      .execute();
  }
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: true });
  const replay = async (body: object) => (await callWebhooks(product, 'POST', `/${id}/replay`, body)).json();
  for (const until of [at(2), at(1), '2026-11-24T23:59:60Z']) {
    const { errors } = await replay({ since: at(2), until });
    assert.equal(errors[0].pointer, '/until', until);
  }
  assert.deepEqual(await replay({ since: at(1), until: at(3) }), { replayed: 2 });
  assert.deepEqual(await replay({ since: at(1) }), { replayed: 1 });
});

test('a replay passes over what is just being erased', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const since = new Date(Date.now() - 60_000).toISOString();
  const { id } = await newEndpoint(product, URL_OF_NOBODY);
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: false });
  const [erased, kept] = [await finishedRender(product), await finishedRender(product)];
  await fanOut(db);
  await callWebhooks(product, 'PATCH', `/${id}`, { enabled: true });
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('webhook_events').where('render_id', '=', erased).execute();
    const replay = await callWebhooks(product, 'POST', `/${id}/replay`, { since });
    assert.deepEqual([replay.statusCode, replay.json()], [202, { replayed: 1 }]);
  });
  const { items } = (await callWebhooks(product, 'GET', `/${id}/deliveries`)).json();
  assert.deepEqual(
    items.map(({ payload }: { payload: { data: { id: string } } }) => payload.data.id),
    [kept],
  );
});

test('one delivery can be replayed', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  const { id } = await newEndpoint(product, url);
  const dispatcher = dispatching(t, product);
  const delivery = (await callWebhooks(product, 'POST', `/${id}/test`)).json();
  dispatcher.wake();
  const read = async () => (await callWebhooks(product, 'GET', `/${id}/deliveries/${delivery.id}`)).json();
  await until(async () => (await read()).state === 'succeeded');
  const replayed = await callWebhooks(product, 'POST', `/${id}/deliveries/${delivery.id}/replay`);
  assert.equal(replayed.statusCode, 202);
  assert.equal(replayed.json().state, 'pending');
  dispatcher.wake();
  await until(async () => (await read()).attempts.length === 2);
  assert.equal(received[0]?.headers['webhook-id'], received[1]?.headers['webhook-id']);
});
