import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { type TestApp, testApp } from '../testing/app.ts';
import {
  type Answer,
  dispatching,
  finishedRender,
  newEndpoint,
  receiveWebhooks,
  until,
} from '../testing/webhook-receiver.ts';
import { claimDue } from './claim.ts';
import { fanOut } from './fan-out.ts';
import { recordSent } from './record.ts';
import { send } from './send.ts';

const deliveriesOf = (product: TestApp, id: string) =>
  product.app.inject({ url: `/v1/webhooks/${id}/deliveries`, headers: product.headers }).then((it) => it.json().items);

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

test('what finishes is told, signed and numbered, and the answer is listed', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t, () => ({
    status: 202,
    body: `${'\0'.repeat(2)}${'é'.repeat(1000)}`,
  }));
  const endpoint = await newEndpoint(product, url);
  const succeeded = await finishedRender(product);
  const failed = await finishedRender(product, { type: 'failed', data: problem('render-timeout', 'x') });
  dispatching(t, product);
  await until(() => received.length === 2);

  received.sort((a, b) => a.payload.sequence - b.payload.sequence);
  for (const { headers, body } of received) {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
    const signed = { 'webhook-id': `${id}`, 'webhook-timestamp': `${at}`, 'webhook-signature': `${signature}` };
    assert.deepEqual(new Webhook(endpoint.secret).verify(body, signed), JSON.parse(body));
  }
  const [first, second] = received.map(({ payload }) => payload);
  assert.deepEqual([first?.type, first?.sequence, first?.data.id], ['render.succeeded', 1, succeeded]);
  assert.deepEqual([second?.type, second?.sequence, second?.data.id], ['render.failed', 2, failed]);
  assert.equal(received[1]?.headers['webhook-sequence'], '2');
  assert.equal(Object(second?.data.error).type, 'urn:logomorph:problem:render-timeout');

  await until(async () =>
    (await deliveriesOf(product, endpoint.id)).every(({ state }: Answer & { state: string }) => state === 'succeeded'),
  );
  const [latest] = await deliveriesOf(product, endpoint.id);
  assert.deepEqual(latest.payload, second);
  assert.equal(latest.attempts[0].status, 202);
  assert.equal(latest.attempts[0].url, url);
  assert.equal(Buffer.byteLength(latest.attempts[0].body.replaceAll('\uFFFD', '.')), 1024);
  assert.equal(latest.nextAttemptAt, undefined);
});

test('an event is told once, however often a render ends and however many processes look', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t);
  const endpoint = await newEndpoint(product, url);
  const id = await finishedRender(product);
  await product.db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));
  await Promise.all([1, 2, 3].map(() => fanOut(product.db)));
  assert.equal((await deliveriesOf(product, endpoint.id)).length, 1);
  const claimed = await Promise.all([1, 2, 3].map(() => claimDue(product.db, 10, [])));
  assert.equal(claimed.flat().length, 1);
});

test('an end that is rolled back is not told', async (t) => {
  const product = await testApp(t);
  await newEndpoint(product, (await receiveWebhooks(t)).url);
  const id = await finishedRender(product);
  await product.db.deleteFrom('webhook_events').execute();
  const rolledBack = product.db.transaction().execute(async (tx) => {
    await finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } });
    throw new Error('rolled back');
  });
  await assert.rejects(rolledBack, /rolled back/);
  assert.deepEqual(await product.db.selectFrom('webhook_events').selectAll().execute(), []);
});

test('endpoints are told what they want, and nothing of other tenants', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t);
  const failures = await newEndpoint(product, url, ['render.failed']);
  const all = await newEndpoint(product, url);
  const others = { ...product, ...(await product.newKey('other')) };
  const other = await newEndpoint(others, url);
  await finishedRender(product);
  await fanOut(product.db);
  assert.equal((await deliveriesOf(product, failures.id)).length, 0);
  assert.equal((await deliveriesOf(product, all.id)).length, 1);
  assert.equal((await deliveriesOf(others, other.id)).length, 0);
});

test('of tenants without endpoints nothing is noted', async (t) => {
  const product = await testApp(t);
  await finishedRender(product);
  assert.deepEqual(await product.db.selectFrom('webhook_events').selectAll().execute(), []);
});

test('batches are told as batches', async (t) => {
  const product = await testApp(t);
  const { url } = await receiveWebhooks(t);
  const endpoint = await newEndpoint(product, url);
  const id = await finishedRender(product);
  await product.db.deleteFrom('webhook_events').execute();
  await product.db.updateTable('renders').where('id', '=', id).set({ logo_id: null }).execute();
  await product.db.transaction().execute((tx) => finishRender(tx, id, { type: 'canceled', data: {} }));
  await fanOut(product.db);
  const [delivery] = await deliveriesOf(product, endpoint.id);
  assert.equal(delivery.payload.type, 'batch.canceled');
});

test('what fails is tried again later, and has failed after seven times', async (t) => {
  const first = await sentTimes(t, 1, () => ({ status: 500, body: 'no' }));
  assert.equal(first.delivery.state, 'pending');
  assert.equal(first.delivery.attempts[0].body, 'no');
  const wait = Date.parse(first.delivery.nextAttemptAt) - Date.parse(first.delivery.attempts[0].at);
  assert.ok(wait < 60_000, `the first retry is soon, not in ${wait} ms`);

  const often = await sentTimes(t, 8, () => ({ status: 503 }));
  assert.equal(often.received.length, 7);
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

test('a process that is killed with a delivery in its hands holds it up, and no more', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  const endpoint = await newEndpoint(product, url);
  await finishedRender(product);
  const script = new URL('../testing/claim-then-die.ts', import.meta.url).pathname;
  const [, signal] = await once(spawn(process.execPath, [script, product.url], { stdio: 'inherit' }), 'exit');
  assert.equal(signal, 'SIGKILL');
  const [taken] = await deliveriesOf(product, endpoint.id);
  assert.ok(Date.parse(taken.nextAttemptAt) - Date.now() < 61_000, 'it is due again within a minute');
  assert.deepEqual(await claimDue(product.db, 1, []), []);
  await product.db.updateTable('webhook_deliveries').set({ due_at: sql`now()` }).execute();
  dispatching(t, product);
  await until(async () => (await deliveriesOf(product, endpoint.id))[0].state === 'succeeded');
  assert.equal(received.length, 1);
});

test('a slow endpoint gets four at a time, a tenant eight, and others do not wait for them', async (t) => {
  const product = await testApp(t);
  const { promise: released, resolve: release } = Promise.withResolvers<Answer>();
  const slow = await receiveWebhooks(t, () => released);
  const quick = await receiveWebhooks(t);
  for (let count = 0; count < 3; count += 1) await newEndpoint(product, slow.url);
  for (let count = 0; count < 6; count += 1) await finishedRender(product);
  dispatching(t, product);
  await until(() => slow.received.length >= 8);
  const others = { ...product, ...(await product.newKey('other')) };
  await newEndpoint(others, quick.url);
  await finishedRender(others);
  await until(() => quick.received.length === 1);
  assert.equal(slow.received.length, 8);
  const first = slow.received.map(({ payload }) => payload.sequence);
  assert.ok(new Set(first).size < 8, 'more than one endpoint of the tenant was sent to');
  release({});
  await until(() => slow.received.length === 18);
});

test('a stop gives back what it cannot finish', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t, () => new Promise(() => {}));
  await newEndpoint(product, url);
  await finishedRender(product);
  const dispatcher = dispatching(t, product);
  await until(() => received.length === 1);
  await dispatcher.stop();
  assert.equal((await claimDue(product.db, 1, [])).length, 1, 'it is due at once');
});
