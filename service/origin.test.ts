import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { newLogo, testApp } from './testing/app.ts';
import { callWebhooks, dispatching, newEndpoint, receiveWebhooks } from './testing/webhook-receiver.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const OTHER_TRACE = 'a3ce929d0e0e47364bf92f3577b34da6';
const trace = (id: string) => ({ traceparent: `00-${id}-00f067aa0ba902b7-01`, tracestate: 'rojo=1' });

test('a request and all that comes of it has one trace, up to the webhook', async (t) => {
  const log = testLog();
  const product = await testApp(t, { logger: log.logger });
  const { app, db, headers } = product;
  const { url, received } = await receiveWebhooks(t);
  await newEndpoint(product, url);
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const asked = { ...headers, ...trace(TRACE), 'request-id': 'mine-1' };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers: asked, payload })).json();
  const [line] = log.lines('request').filter(({ requestId }) => requestId === 'mine-1');
  assert.equal(line?.traceId, TRACE);

  dispatching(t, product, log.logger);
  const endAs = async (type: 'canceled' | 'succeeded') => {
    const before = received.length;
    await db
      .transaction()
      .execute((tx) => finishRender(tx, id, type === 'canceled' ? { type, data: {} } : { type, data: { outputs: 0 } }));
    await until(() => received.length > before);
    return received.at(-1)?.headers;
  };
  const first = await endAs('canceled');
  assert.equal(first?.traceparent, trace(TRACE).traceparent);
  assert.equal(first?.tracestate, 'rojo=1');
  await until(() => log.lines('webhook').length === 1);
  const [sent] = log.lines('webhook');
  assert.deepEqual(
    [sent?.traceId, sent?.requestId, sent?.tenantId, sent?.outcome],
    [TRACE, 'mine-1', product.tenantId, 'succeeded'],
  );

  const again = { ...headers, ...trace(OTHER_TRACE) };
  await app.inject({ method: 'POST', url: `/v1/renders/${id}/retry`, headers: again });
  assert.equal(
    (await endAs('succeeded'))?.traceparent,
    trace(OTHER_TRACE).traceparent,
    'a retry is of its own request',
  );
});

test('each render of a batch, and the batch, is of the request; a test event too', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const { url, received } = await receiveWebhooks(t);
  const { id: webhookId } = await newEndpoint(product, url);
  const payload = { logoIds: [await newLogo(product)], recipe: { type: 'palette' } };
  await app.inject({ method: 'POST', url: '/v1/renders', headers: { ...headers, ...trace(TRACE) }, payload });
  const rows = await db.selectFrom('renders').select('origin').execute();
  assert.deepEqual(
    rows.map(({ origin }) => origin?.traceparent),
    [trace(TRACE).traceparent, trace(TRACE).traceparent],
  );
  const { origin } = await db.selectFrom('renders').select('origin').limit(1).executeTakeFirstOrThrow();
  assert.match(String(origin?.requestId), /^[0-9a-f-]{36}$/);
  await callWebhooks({ app, headers: { ...headers, ...trace(OTHER_TRACE) } }, 'POST', `/${webhookId}/test`);
  dispatching(t, product);
  await until(() => received.length === 1);
  assert.equal(received[0]?.headers.traceparent, trace(OTHER_TRACE).traceparent);
});

test('without a trace one begins, and stays the same', async (t) => {
  const log = testLog();
  const { app, db, headers } = await testApp(t, { logger: log.logger });
  const payload = { logoId: await newLogo({ app, headers }), recipe: { type: 'palette' } };
  for (const traceparent of [undefined, 'broken']) {
    const given = { ...headers, ...(traceparent && { traceparent, tracestate: 'a=1' }), 'request-id': 'mine-2' };
    await app.inject({ method: 'POST', url: '/v1/renders', headers: given, payload });
    const { origin } = await db
      .selectFrom('renders')
      .select('origin')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    assert.match(String(origin?.traceparent), /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    assert.equal(origin?.tracestate, undefined);
    const line = log.lines('request').findLast(({ requestId }) => requestId === 'mine-2');
    assert.equal(line?.traceId, origin?.traceparent.split('-')[1]);
  }
});
