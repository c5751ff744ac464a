import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
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

test('an event loop without time left refuses most of what is new, goes on with the rest, and recovers', async (t) => {
  const product = await testApp(t, { maxEventLoopUtilization: 0.98 });
  const { app, db, headers } = product;
  // Starting may have taken all of the first look.
  await sleep(1000);
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const url = `/v1/renders/${id}`;
  const ask = () => Promise.all(Array.from({ length: 40 }, () => app.inject({ url, headers })));
  /** Asks for many at once, again and again, until one is answered so. */
  const askUntil = async (status: number) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = (await ask()).find(({ statusCode }) => statusCode === status);
      if (found !== undefined) return found;
      await sleep(20);
    }
    assert.fail(`never answered with ${status}`);
  };
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const events = await fetch(`${address}${url}/events`, { headers });
  const waiting = app.inject({ url, headers: { ...headers, prefer: 'wait=30' } });
  await sleep(500);

  const stop = saturate(t);
  const refused = await askUntil(503);
  assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
  assert.match(String(refused.headers['retry-after']), /^[1-5]$/);
  assert.equal(refused.json().type, 'urn:logomorph:problem:overloaded');
  await askUntil(200);
  for (const open of ['/health', '/health/ready', '/metrics', '/api-docs/json']) {
    const answer = await app.inject({ url: open });
    assert.doesNotMatch(String(answer.headers['content-type']), /problem/, `${open} is answered, whatever it says`);
  }
  await db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));
  assert.equal((await waiting).json().state, 'succeeded', 'whoever waited is not refused');
  assert.match(await events.text(), /^event: succeeded$/m);

  stop();
  await until(async () => (await ask()).every(({ statusCode }) => statusCode !== 503));
  assert.match((await app.inject({ url: '/metrics' })).body, /^logomorph_requests_shed_total [1-9]/m);
});
