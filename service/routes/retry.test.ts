import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { relayOutbox } from '../relay.ts';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';

const FAILED: RenderEnd = { type: 'failed', data: problem('empty-logo', 'It shows nothing') };
const SUCCEEDED: RenderEnd = { type: 'succeeded', data: { outputs: 0 } };

async function create({ app, headers }: TestApp, body: object) {
  const payload = { ...body, recipe: { type: 'kit' } };
  return (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
}

/** As a worker does it. */
async function finish({ db }: TestApp, id: string, end: RenderEnd, batchId?: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await finishRender(tx, id, end);
    if (batchId !== undefined) await settleBatch(tx, batchId);
  });
}

const act = ({ app, headers }: Pick<TestApp, 'app' | 'headers'>, id: string, action: 'retry' | 'cancel', more = {}) =>
  app.inject({ method: 'POST', url: `/v1/renders/${id}/${action}`, headers: { ...headers, ...more } });

const read = async ({ app, headers }: TestApp, id: string) =>
  (await app.inject({ url: `/v1/renders/${id}`, headers })).json();

async function stream({ app, headers }: TestApp, id: string, after = 0): Promise<[number, string][]> {
  const { body } = await app.inject({
    url: `/v1/renders/${id}/events`,
    headers: { ...headers, 'last-event-id': String(after) },
  });
  return [...body.matchAll(/^id: (\d+)\nevent: (\w+)$/gm)].map(([, seq, type = '']) => [Number(seq), type]);
}

test('a render that has failed is made again, as the same render whose events go on', async (t) => {
  const product = await testApp(t);
  const { id } = await create(product, { logoId: await newLogo(product) });
  await finish(product, id, FAILED);
  const answer = await act(product, id, 'retry');
  assert.equal(answer.statusCode, 202, answer.body);
  assert.equal(answer.json().state, 'queued');
  assert.equal(answer.json().error, undefined);
  assert.deepEqual(await read(product, id), answer.json());
  assert.equal((await act(product, id, 'retry')).json().type, 'urn:logomorph:problem:not-retryable');
  await finish(product, id, FAILED);
  await act(product, id, 'retry');
  await finish(product, id, SUCCEEDED);
  const types = ['queued', 'failed', 'queued', 'failed', 'queued', 'succeeded'];
  const events = types.map((type, index) => [index + 1, type]);
  assert.deepEqual(await stream(product, id), events);
  assert.deepEqual(await stream(product, id, 2), events.slice(2));
  assert.equal((await act(product, id, 'retry')).statusCode, 409);
  const { body } = await product.app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_jobs_retried_total\{type="kit"\} 2\n/);
});

test('each run has a job of its own, whatever the queue still has of the one before', async (t) => {
  const product = await testApp(t);
  const { id } = await create(product, { logoId: await newLogo(product) });
  await relayOutbox(product.db, product.queue);
  await act(product, id, 'cancel');
  await act(product, id, 'retry');
  await relayOutbox(product.db, product.queue);
  for (const run of [1, 2]) assert.ok(await product.queue.holds({ id, run }), String(run));
});

test('of many retries at once one counts, and under one Idempotency-Key all are answered alike', async (t) => {
  const product = await testApp(t);
  const { id } = await create(product, { logoId: await newLogo(product) });
  await act(product, id, 'cancel');
  const answers = await Promise.all(Array.from({ length: 5 }, () => act(product, id, 'retry')));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [202, 409, 409, 409, 409]);
  await act(product, id, 'cancel');
  const again = [await act(product, id, 'retry', { 'idempotency-key': 'k' })];
  again.push(await act(product, id, 'retry', { 'idempotency-key': 'k' }));
  assert.deepEqual(
    again.map(({ statusCode }) => statusCode),
    [202, 202],
  );
  assert.equal(again[0]?.body, again[1]?.body);
  assert.deepEqual(await product.db.selectFrom('renders').select('run').execute(), [{ run: 3 }]);
});

test('a render of another tenant is not made again, and none is told of', async (t) => {
  const product = await testApp(t);
  const { id } = await create(product, { logoId: await newLogo(product) });
  await act(product, id, 'cancel');
  const other = { ...product, ...(await product.newKey('other')) };
  for (const missing of [id, crypto.randomUUID()]) assert.equal((await act(other, missing, 'retry')).statusCode, 404);
  assert.equal((await read(product, id)).state, 'canceled');
});

test('a batch makes those of its renders again that have not succeeded, and ends anew', async (t) => {
  const product = await testApp(t);
  const batch = await create(product, { logoIds: [await newLogo(product), await newLogo(product, OTHER_SVG)] });
  const url = `/v1/renders?parentId=${batch.id}`;
  const [good, bad] = (await product.app.inject({ url, headers: product.headers })).json().items;
  await finish(product, good.id, SUCCEEDED, batch.id);
  await finish(product, bad.id, FAILED, batch.id);
  const again = (await act(product, batch.id, 'retry')).json();
  assert.equal(again.state, 'queued');
  assert.equal(again.error, undefined);
  assert.deepEqual(again.children, { total: 2, succeeded: 1, failed: 0, canceled: 0 });
  assert.equal((await read(product, good.id)).state, 'succeeded');
  await finish(product, bad.id, FAILED, batch.id);
  // The same of one of its renders alone.
  assert.equal((await act(product, bad.id, 'retry')).statusCode, 202);
  assert.equal((await read(product, batch.id)).state, 'queued');
  await finish(product, bad.id, SUCCEEDED, batch.id);
  assert.equal((await read(product, batch.id)).state, 'succeeded');
  const types = ['queued', 'child', 'child', 'failed', 'queued', 'child', 'failed', 'queued', 'child', 'succeeded'];
  assert.deepEqual(
    await stream(product, batch.id),
    types.map((type, index) => [index + 1, type]),
  );
});
