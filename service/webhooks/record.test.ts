import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { type TestApp, testApp } from '../testing/app.ts';
import {
  type Answer,
  deliveriesOf,
  dispatching,
  finishedRender,
  newEndpoint,
  receiveWebhooks,
} from '../testing/webhook-receiver.ts';
import { claimDue } from './claim.ts';
import { fanOut } from './fan-out.ts';
import { recordSent } from './record.ts';
import { send } from './send.ts';

const endpointOf = (product: TestApp, id: string) =>
  product.app.inject({ url: `/v1/webhooks/${id}`, headers: product.headers }).then((it) => it.json());

/** An endpoint that answers one way, and its delivery after that many sendings, each as soon as it may be. */
async function sentTimes(t: TestContext, times: number, answer: () => Answer) {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t, answer);
  const endpoint = await newEndpoint(product, url);
  await finishedRender(product);
  await fanOut(product.db);
  for (let sent = 0; sent < times; sent += 1) {
    await product.db
      .updateTable('webhook_deliveries')
      .where('state', '=', 'pending')
      .set({ due_at: sql`now()` })
      .execute();
    for (const delivery of await claimDue(product.db, 10, [])) {
      await recordSent(product.db, delivery, await send(product, delivery, new AbortController().signal));
    }
  }
  const [delivery] = await deliveriesOf(product, endpoint.id);
  return { product, endpoint, delivery, received };
}

test('what fails is tried again later, and has failed after eight times', async (t) => {
  const first = await sentTimes(t, 1, () => ({ status: 500, body: 'no' }));
  assert.equal(first.delivery.state, 'pending');
  assert.equal(first.delivery.attempts[0].body, 'no');
  const wait = Date.parse(first.delivery.nextAttemptAt) - Date.parse(first.delivery.attempts[0].at);
  assert.ok(wait < 60_000, `the first retry is soon, not in ${wait} ms`);

  const often = await sentTimes(t, 9, () => ({ status: 503 }));
  assert.equal(often.received.length, 8);
  assert.equal(often.delivery.state, 'failed');
  assert.equal(often.delivery.nextAttemptAt, undefined);
  assert.equal(new Set(often.received.map(({ headers }) => headers['webhook-id'])).size, 1, 'the id stays');
});

test('an endpoint that asks for time gets it', async (t) => {
  const { delivery } = await sentTimes(t, 1, () => ({ status: 429, headers: { 'retry-after': '7200' } }));
  const wait = Date.parse(delivery.nextAttemptAt) - Date.parse(delivery.attempts[0].at);
  assert.ok(wait >= 7_200_000, `${wait} ms`);
});

test('redirects are not followed, and are failures', async (t) => {
  const elsewhere = await receiveWebhooks(t);
  const { delivery } = await sentTimes(t, 1, () => ({ status: 307, headers: { location: elsewhere.url } }));
  assert.equal(delivery.attempts[0].status, 307);
  assert.equal(delivery.state, 'pending');
  assert.equal(elsewhere.received.length, 0);
});

test('an endpoint that is gone is disabled, what waits for it ends, and the others are told', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t, () => ({ status: 410 }));
  const gone = await newEndpoint(product, url, ['render.succeeded']);
  const healthy = await receiveWebhooks(t);
  await newEndpoint(product, healthy.url, ['webhook.disabled']);
  await finishedRender(product);
  dispatching(t, product);
  await until(() => healthy.received.length === 1);
  assert.deepEqual(healthy.received[0]?.payload.data, { id: gone.id, url, reason: 'gone' });
  const endpoint = await endpointOf(product, gone.id);
  assert.deepEqual([endpoint.enabled, endpoint.disabledReason], [false, 'gone']);
  assert.equal((await deliveriesOf(product, gone.id))[0].state, 'failed');
});

test('an endpoint that has done nothing but fail for five days is disabled; a success begins them anew', async (t) => {
  let status = 500;
  const { product, endpoint } = await sentTimes(t, 1, () => ({ status }));
  assert.equal((await endpointOf(product, endpoint.id)).enabled, true);
  const sendNext = async (days: number) => {
    const { db } = product;
    await db
      .updateTable('webhook_endpoints')
      .set({ failing_since: sql`now() - make_interval(days => ${days})` })
      .execute();
    await db.updateTable('webhook_deliveries').set({ state: 'pending', due_at: sql`now()` }).execute();
    for (const delivery of await claimDue(db, 10, [])) {
      await recordSent(db, delivery, await send(product, delivery, new AbortController().signal));
    }
    return endpointOf(product, endpoint.id);
  };
  assert.equal((await sendNext(4)).enabled, true);
  status = 200;
  assert.equal((await sendNext(6)).failingSince, undefined);
  status = 500;
  const { enabled, disabledReason } = await sendNext(6);
  assert.deepEqual({ enabled, disabledReason }, { enabled: false, disabledReason: 'failing' });
});

test('what an address answers that the endpoint has no more says nothing of the endpoint', async (t) => {
  const product = await testApp(t);
  const { db, app, headers } = product;
  let status = 410;
  const { url } = await receiveWebhooks(t, () => ({ status }));
  const { id } = await newEndpoint(product, url);
  await finishedRender(product);
  await fanOut(db);
  const move = (to: string) =>
    app.inject({ method: 'PATCH', url: `/v1/webhooks/${id}`, headers, payload: { url: to } });
  const sendNow = async (meanwhile: () => Promise<unknown> = async () => {}) => {
    await db.updateTable('webhook_deliveries').set({ due_at: sql`now()` }).execute();
    const [delivery] = await claimDue(db, 1, []);
    assert.ok(delivery !== undefined);
    const sent = await send(product, delivery, new AbortController().signal);
    await meanwhile();
    await recordSent(db, delivery, sent);
    return endpointOf(product, id);
  };
  assert.equal((await sendNow(() => move(`${url}?moved`))).enabled, true);
  const [delivery] = await deliveriesOf(product, id);
  assert.deepEqual([delivery.state, delivery.attempts[0].status], ['pending', 410]);

  status = 500;
  assert.ok((await sendNow()).failingSince);
  assert.ok((await move(`${url}?moved`)).json().failingSince, 'the same address');
  assert.equal((await move(url)).json().failingSince, undefined);
});

test('a process that was given up writes nothing', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t);
  const endpoint = await newEndpoint(product, url);
  await finishedRender(product);
  await fanOut(product.db);
  const [late] = await claimDue(product.db, 1, []);
  assert.ok(late !== undefined);
  assert.deepEqual(await claimDue(product.db, 1, []), [], 'what was taken is not taken again before its time');
  await product.db.updateTable('webhook_deliveries').set({ due_at: sql`now()` }).execute();
  assert.equal((await claimDue(product.db, 1, [])).length, 1);
  await recordSent(product.db, late, await send(product, late, new AbortController().signal));
  const [delivery] = await deliveriesOf(product, endpoint.id);
  assert.deepEqual([delivery.state, delivery.attempts], ['pending', []]);
});
