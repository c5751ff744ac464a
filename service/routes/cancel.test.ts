import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';

async function newRender(product: TestApp) {
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const { app, headers } = product;
  return (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
}

const cancel = ({ app, headers }: Pick<TestApp, 'app' | 'headers'>, id: string) =>
  app.inject({ method: 'POST', url: `/v1/renders/${id}/cancel`, headers });

async function eventsOf({ app, headers }: TestApp, id: string): Promise<unknown[]> {
  const { body } = await app.inject({ url: `/v1/renders/${id}/events`, headers });
  return [...body.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
}

test('a render that waits is canceled at once, for good, and its stream ends', async (t) => {
  const product = await testApp(t);
  const { id } = await newRender(product);
  const answer = await cancel(product, id);
  assert.equal(answer.statusCode, 200, answer.body);
  const render = answer.json();
  assert.equal(render.state, 'canceled');
  assert.ok(render.finishedAt);
  assert.deepEqual((await cancel(product, id)).json(), render);
  assert.deepEqual(await eventsOf(product, id), ['queued', 'canceled']);
  const { body } = await product.app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_jobs_canceled_total\{type="kit"\} 1\n/);
});

test('what has finished is not canceled', async (t) => {
  const product = await testApp(t);
  const { id } = await newRender(product);
  await product.db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));
  const answer = await cancel(product, id);
  assert.equal(answer.statusCode, 409);
  assert.equal(answer.json().type, 'urn:logomorph:problem:already-finished');
  assert.deepEqual(await eventsOf(product, id), ['queued', 'succeeded']);
});

test('a render of another tenant is not canceled, and none is told of', async (t) => {
  const product = await testApp(t);
  const { id } = await newRender(product);
  const other = await product.newKey('other');
  for (const missing of [id, crypto.randomUUID(), 'x']) {
    assert.equal((await cancel({ ...product, ...other }, missing)).statusCode, 404);
  }
  const { state } = (await product.app.inject({ url: `/v1/renders/${id}`, headers: product.headers })).json();
  assert.equal(state, 'queued');
});

test('a batch cancels those of its renders that are not finished', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoIds: [await newLogo(product), await newLogo(product, OTHER_SVG)], recipe: { type: 'kit' } };
  const batch = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const [first, second] = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  await db.transaction().execute(async (tx) => {
    await finishRender(tx, first.id, { type: 'succeeded', data: { outputs: 0 } });
    await settleBatch(tx, batch.id);
  });
  const answer = (await cancel(product, batch.id)).json();
  assert.equal(answer.state, 'canceled');
  assert.deepEqual(answer.children, { total: 2, succeeded: 1, failed: 0, canceled: 1 });
  assert.deepEqual(await eventsOf(product, batch.id), ['queued', 'child', 'child', 'canceled']);
  assert.deepEqual(await eventsOf(product, second.id), ['queued', 'canceled']);
  assert.equal((await cancel(product, batch.id)).statusCode, 200);
});

test('a batch whose last render is canceled ends with it', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const payload = { logoIds: [await newLogo(product)], recipe: { type: 'kit' } };
  const batch = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const [only] = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  assert.equal((await cancel(product, only.id)).statusCode, 200);
  assert.equal((await app.inject({ url: `/v1/renders/${batch.id}`, headers })).json().state, 'canceled');
});

test('a batch that is deleted while it is canceled is answered as one that there is not', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoIds: [await newLogo(product)], recipe: { type: 'kit' } };
  const batch = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await cancel(product, batch.id);
  const deleting = await db.startTransaction().execute();
  await deleting
    .deleteFrom('renders')
    .where(({ eb, or }) => or([eb('parent_id', '=', batch.id), eb('id', '=', batch.id)]))
    .execute();
  const answer = cancel(product, batch.id);
  await untilWaiting(db, 1);
  await deleting.commit().execute();
  assert.equal((await answer).statusCode, 404, (await answer).body);
});

test('of many who cancel and finish a batch at once, each render has one end, and nobody waits for ever', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const logoIds = [];
  for (let n = 0; n < 12; n += 1) {
    logoIds.push(await newLogo(product, Buffer.from(OTHER_SVG.toString().replace('10 20', `10 ${10 + n}`))));
  }
  const payload = { logoIds, recipe: { type: 'kit' } };
  const batch = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const children = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  // As a worker finishes: its own render first, if it is still to be had, and the batch after it.
  const finish = (id: string) =>
    db.transaction().execute(async (tx) => {
      const held = await tx
        .selectFrom('renders')
        .select('id')
        .where('id', '=', id)
        .where('state', '=', 'queued')
        .forUpdate()
        .executeTakeFirst();
      if (held === undefined) return;
      await finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } });
      await settleBatch(tx, batch.id);
    });
  const ended = children.map(({ id }: { id: string }) => finish(id));
  await Promise.all([...ended.slice(0, 6), cancel(product, batch.id), cancel(product, batch.id), ...ended.slice(6)]);
  for (const { id } of children) assert.equal((await eventsOf(product, id)).length, 2);
  const events = await eventsOf(product, batch.id);
  assert.equal(events.filter((type) => type === 'child').length, children.length);
  assert.equal(events.length, children.length + 2);
});
