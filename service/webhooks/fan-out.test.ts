import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { testApp } from '../testing/app.ts';
import { deliveriesOf, finishedRender, newEndpoint, receiveWebhooks } from '../testing/webhook-receiver.ts';
import { claimDue } from './claim.ts';
import { fanOut } from './fan-out.ts';

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

test('a render that is made again and ends as before is told again', async (t) => {
  const product = await testApp(t);
  const endpoint = await newEndpoint(product, (await receiveWebhooks(t)).url);
  const failed = { type: 'failed', data: problem('render-timeout', 'x') } as const;
  const id = await finishedRender(product, failed);
  await product.app.inject({ method: 'POST', url: `/v1/renders/${id}/retry`, headers: product.headers });
  await product.db.transaction().execute((tx) => finishRender(tx, id, failed));
  await fanOut(product.db);
  assert.equal((await deliveriesOf(product, endpoint.id)).length, 2);
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
