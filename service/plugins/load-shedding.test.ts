import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { newLogo, testApp } from '../testing/app.ts';

/** Leaves the event loop no time to wait for anything, until it is told to stop. */
function saturate(t: TestContext): () => void {
  let busy = true;
  const turn = () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
    if (busy) setImmediate(turn);
  };
  turn();
  const stop = () => {
    busy = false;
  };
  defer(t, stop);
  return stop;
}

async function until<Answer extends { statusCode: number }>(status: number, ask: () => Promise<Answer>) {
  for (let tries = 0; tries < 500; tries += 1) {
    const answer = await ask();
    if (answer.statusCode === status) return answer;
    await sleep(20);
  }
  assert.fail(`never answered with ${status}`);
}

test('an event loop without time left refuses what is new, goes on with what is under way, and recovers', async (t) => {
  const product = await testApp(t, { maxEventLoopUtilization: 0.98 });
  const { app, db, headers } = product;
  // Starting may have taken all of the first look.
  await sleep(1000);
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const create = (key: string) =>
    app.inject({ method: 'POST', url: '/v1/renders', headers: { ...headers, 'idempotency-key': key }, payload });
  const { id } = (await create('first')).json();
  const url = `/v1/renders/${id}`;
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const events = await fetch(`${address}${url}/events`, { headers });
  const waiting = app.inject({ url, headers: { ...headers, prefer: 'wait=30' } });

  const stop = saturate(t);
  await until(503, () => app.inject({ url, headers }));
  const refused = await create('second');
  assert.equal(refused.statusCode, 503);
  assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
  assert.match(String(refused.headers['retry-after']), /^[1-5]$/);
  assert.equal(refused.json().type, 'urn:logomorph:problem:overloaded');
  for (const open of ['/health', '/health/ready', '/metrics', '/api-docs/json']) {
    assert.equal((await app.inject({ url: open })).statusCode, 200, open);
  }
  await db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));
  assert.equal((await waiting).json().state, 'succeeded');
  assert.match(await events.text(), /^event: succeeded$/m);

  stop();
  const served = await until(202, () => create('second'));
  assert.equal(served.headers['idempotency-replayed'], undefined, 'a refusal is not kept under the key');
  assert.match((await app.inject({ url: '/metrics' })).body, /^logomorph_requests_shed_total [1-9]/m);
});
