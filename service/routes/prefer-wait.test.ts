import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { newLogo, type TestApp, testApp } from '../testing/app.ts';
import { waitUntilFinished } from '../use-cases/wait-until-finished.ts';

async function newRender(product: TestApp, prefer = 'wait=0') {
  const { app, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  return app.inject({ method: 'POST', url: '/v1/renders', headers: { ...headers, prefer }, payload });
}

const succeed = ({ db }: TestApp, id: string) =>
  db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));

const read = ({ app, headers }: TestApp, id: string, prefer: string) =>
  app.inject({ url: `/v1/renders/${id}`, headers: { ...headers, prefer } });

test('who waits for a render is answered when it is finished, and at once when it is already', async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  const waiting = read(product, id, 'respond-async, wait=999; x=y');
  await sleep(50);
  await succeed(product, id);
  for (const answer of [await waiting, await read(product, id, 'wait=30')]) {
    assert.equal(answer.json().state, 'succeeded');
    assert.equal(answer.headers['preference-applied'], 'wait=30');
  }
});

test('how long an answer was waited for is not told as the time that the API takes', async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  await read(product, id, 'wait=0');
  const counted = async () => (await product.metrics.registry.metrics()).match(/^.*_count\{.*renders.*$/gm);
  assert.equal(await counted(), null);
  await read(product, id, 'respond-async');
  assert.match(String(await counted()), /^[^ ]*method="GET",route="\/v1\/renders\/:renderId",status="200"\} 1$/);
});

test('who creates a render may wait for it', async (t) => {
  const product = await testApp(t);
  const creating = newRender(product, 'wait=30');
  const find = () => product.db.selectFrom('renders').select('id').executeTakeFirst();
  let row = await find();
  for (; row === undefined; row = await find()) await sleep(10);
  await succeed(product, row.id);
  const answer = await creating;
  assert.equal(answer.statusCode, 202);
  assert.equal(answer.json().state, 'succeeded');
});

test('who creates a render is told of it also when it is gone after the wait, or cannot be read', async (t) => {
  const product = await testApp(t);
  const { db, signals } = product;
  for (const meanwhile of [db.deleteFrom('renders'), db.schema.alterTable('renders').renameTo('renders_away')]) {
    t.mock.method(signals, 'wait', () => meanwhile.execute(), { times: 1 });
    const answer = await newRender(product, 'wait=30');
    assert.deepEqual([answer.statusCode, answer.json().state], [202, 'queued'], answer.body);
  }
});

test('who asks again under a key waits like the first time, and is told of a deleted render what was kept', async (t) => {
  const product = await testApp(t);
  const { app, db } = product;
  const headers = { ...product.headers, 'idempotency-key': 'k' };
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const post = (prefer: string) =>
    app.inject({ method: 'POST', url: '/v1/renders', headers: { ...headers, prefer }, payload });
  const { id } = (await post('wait=0')).json();
  const { mock } = t.mock.method(product.signals, 'wait');
  const waiting = post('wait=30');
  await until(() => mock.callCount() > 0);
  await succeed(product, id);
  for (const [answer, state] of [
    [await waiting, 'succeeded'],
    [await post('return=minimal'), 'queued'],
  ] as const) {
    assert.equal(answer.statusCode, 202);
    assert.equal(answer.headers['idempotency-replayed'], 'true');
    assert.deepEqual([answer.json().id, answer.json().state], [id, state]);
  }
  await app.inject({ method: 'DELETE', url: `/v1/renders/${id}`, headers: product.headers });
  assert.equal((await post('wait=30')).json().state, 'queued');
  assert.equal((await db.selectFrom('renders').select('id').execute()).length, 0);
});

test('after the time the answer is the render as it is, and without a wait there is none', async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  const answer = await read(product, id, 'wait=1');
  assert.equal(answer.json().state, 'queued');
  assert.equal(answer.headers['preference-applied'], 'wait=1');
  for (const prefer of ['await=30', 'wait=soon', 'return=minimal']) {
    assert.equal((await read(product, id, prefer)).headers['preference-applied'], undefined, prefer);
  }
});

test('a program that stops answers those who wait', async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  const waiting = read(product, id, 'wait=30');
  product.drain();
  assert.equal((await waiting).json().state, 'queued');
});

test('who waits with a key that ends is answered soon, with what was when it was let in', {
  timeout: 20_000,
}, async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  const { headers } = await product.newKey('default', ['read']);
  const { mock } = t.mock.method(product.signals, 'wait');
  const waiting = read({ ...product, headers }, id, 'wait=30');
  await until(() => mock.callCount() > 0);
  const [key] = (await product.app.inject({ url: '/v1/keys', headers: product.headers })).json().items;
  await product.app.inject({ method: 'DELETE', url: `/v1/keys/${key.id}`, headers: product.headers });
  const answer = await waiting;
  assert.equal(answer.json().state, 'queued');
  assert.equal((await read({ ...product, headers }, id, 'wait=0')).statusCode, 401);
});

test('a client that goes away is waited for no more', { timeout: 20_000 }, async (t) => {
  const product = await testApp(t);
  const { id } = (await newRender(product)).json();
  const address = await product.app.listen({ host: '127.0.0.1', port: 0 });
  const { mock } = t.mock.method(product.signals, 'wait');
  const request = get(`${address}/v1/renders/${id}`, { headers: { ...product.headers, prefer: 'wait=30' } });
  request.on('error', () => {});
  await until(() => mock.callCount() > 0);
  const [, , signal] = mock.calls[0]?.arguments ?? [];
  assert.equal(signal?.aborted, false);
  request.destroy();
  await until(() => signal.aborted);
});

test('a wait leaves nobody waiting behind', async (t) => {
  const { db } = await testApp(t);
  const waits: AbortSignal[] = [];
  const signals = {
    wait: async (_id: string, _seconds: number, signal: AbortSignal) => {
      waits.push(signal);
    },
    close: async () => {},
  };
  await waitUntilFinished({ db, signals }, crypto.randomUUID(), new AbortController().signal);
  assert.deepEqual(
    waits.map(({ aborted }) => aborted),
    [true],
  );
});
