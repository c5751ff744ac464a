import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { testApp } from '../testing/app.ts';
import {
  type Answer,
  deliveriesOf,
  dispatching,
  finishedRender,
  newEndpoint,
  receiveWebhooks,
} from '../testing/webhook-receiver.ts';
import { claimDue } from './claim.ts';

test('what finishes is told, signed and numbered, and the answer is listed', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t, () => ({
    status: 202,
    body: `${'\0'.repeat(2)}${'é'.repeat(1000)}`,
  }));
  const endpoint = await newEndpoint(product, url);
  const succeeded = await finishedRender(product);
  const failed = await finishedRender(product, { type: 'failed', data: problem('render-timeout', 'x') });
  // A receiver would refuse what is signed by a clock that is wrong.
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  dispatching(t, product);
  await until(() => received.length === 2);
  t.mock.timers.reset();

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

test('who is behind a long backlog of others has a turn', async (t) => {
  const product = await testApp(t);
  const [slow, quick] = [
    await newEndpoint(product, 'https://slow.example/'),
    await newEndpoint(product, 'https://b.example/'),
  ];
  await sql`
    with event as (
      insert into webhook_events (tenant_id, type, data, fanned_out_at)
      select ${product.tenantId}, 'render.succeeded', '{}', now() from generate_series(1, 501) returning id
    ), numbered as (select id, row_number() over () as n from event)
    insert into webhook_deliveries (id, endpoint_id, event_id, sequence, due_at)
    select gen_random_uuid(), case when n > 500 then ${quick.id} else ${slow.id} end::uuid, id, n,
      now() - make_interval(secs => 1000 - n)
    from numbered`.execute(product.db);
  const first = await claimDue(product.db, 32, []);
  assert.deepEqual(
    first.map(({ endpoint_id }) => endpoint_id),
    Array(4).fill(slow.id),
  );
  const second = await claimDue(product.db, 28, first);
  assert.deepEqual(
    second.map(({ endpoint_id }) => endpoint_id),
    [quick.id],
  );
  assert.deepEqual(await claimDue(product.db, 27, [...first, ...second]), []);
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
