import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { testApp } from '../testing/app.ts';
import { callWebhooks, dispatching, newEndpoint, receiveWebhooks } from '../testing/webhook-receiver.ts';

const URL_OF_NOBODY = 'https://example.com/hook';

test('an endpoint is created with a secret that is shown once, read, listed, changed and deleted', async (t) => {
  const product = await testApp(t);
  const created = await callWebhooks(product, 'POST', '', {
    url: URL_OF_NOBODY,
    description: 'x',
    events: ['render.failed'],
  });
  assert.equal(created.statusCode, 201);
  const { secret, ...endpoint } = created.json();
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.equal(created.headers.location, `/v1/webhooks/${endpoint.id}`);
  assert.deepEqual((await callWebhooks(product, 'GET', `/${endpoint.id}`)).json(), endpoint);
  assert.deepEqual((await callWebhooks(product, 'GET', '')).json(), { items: [endpoint] });

  const changed = await callWebhooks(product, 'PATCH', `/${endpoint.id}`, { url: `${URL_OF_NOBODY}/2`, events: ['*'] });
  assert.deepEqual(changed.json(), { ...endpoint, url: `${URL_OF_NOBODY}/2`, events: ['*'] });
  const undescribed = await callWebhooks(product, 'PATCH', `/${endpoint.id}`, { description: null });
  const { description, ...rest } = changed.json();
  assert.equal(description, 'x');
  assert.deepEqual(undescribed.json(), rest);
  assert.equal((await callWebhooks(product, 'DELETE', `/${endpoint.id}`)).statusCode, 204);
  assert.equal((await callWebhooks(product, 'GET', `/${endpoint.id}`)).statusCode, 404);
});

test('secrets are stored encrypted', async (t) => {
  const product = await testApp(t);
  const { id, secret } = await newEndpoint(product, URL_OF_NOBODY);
  const row = await product.db.selectFrom('webhook_endpoints').selectAll().executeTakeFirstOrThrow();
  assert.ok(!JSON.stringify(row).includes(secret.slice('whsec_'.length)));
  assert.equal(product.secrets.open(row.secret, id), secret);
});

const REFUSED_URLS = {
  'https://10.0.0.1/': /must lead to a public address/,
  'https://[::1]/': /must lead to a public address/,
  'https://0xa9fea9fe/': /must lead to a public address/,
  'https://a:b@example.com/': /must not have a user/,
  'https://@example.com/': /must not have a user/,
  'https://:@example.com/': /must not have a user/,
  'ftp://example.com/': /must begin with https/,
  'example.com': /must be a URL/,
  'https:example.com': /must have \/\/ and a host/,
  'https://example.com/a b': /no spaces/,
  'https://example.com/a\0b': /without control characters/,
  'https://example.com/a\nb': /without control characters/,
  'https://exam\tple.com/': /without control characters/,
  'https://example.com/\ud800': /whole characters/,
};
test('URLs that must not be sent to are refused, by the rule that they break', async (t) => {
  const product = await testApp(t);
  const { id } = await newEndpoint(product, URL_OF_NOBODY);
  for (const [url, rule] of Object.entries(REFUSED_URLS)) {
    for (const answer of [
      await callWebhooks(product, 'POST', '', { url }),
      await callWebhooks(product, 'PATCH', `/${id}`, { url }),
    ]) {
      assert.equal(answer.statusCode, 422, url);
      const [error] = answer.json().errors;
      assert.equal(error.pointer, '/url');
      assert.match(error.detail, rule);
    }
  }
});

test('requests that break rules are refused by their field', async (t) => {
  const product = await testApp(t);
  const { id } = await newEndpoint(product, URL_OF_NOBODY);
  const cases: [string, object, string][] = [
    ['', {}, '/url'],
    ['', { url: `https://example.com/${'x'.repeat(2048)}` }, '/url'],
    ['', { url: URL_OF_NOBODY, events: [] }, '/events'],
    ['', { url: URL_OF_NOBODY, events: ['render.started'] }, '/events/0'],
    ['', { url: URL_OF_NOBODY, secret: 'x' }, '/secret'],
    [`/${id}/replay`, { since: '2016-12-31T23:59:60Z' }, '/since'],
    [`/${id}/replay`, { since: 'yesterday' }, '/since'],
  ];
  for (const [path, payload, pointer] of cases) {
    const answer = await callWebhooks(product, 'POST', path, payload);
    assert.equal(answer.statusCode, 422, JSON.stringify(payload));
    assert.equal(answer.json().errors[0].pointer, pointer);
  }
  assert.equal((await callWebhooks(product, 'PATCH', `/${id}`, {})).statusCode, 422);
});

test('there are no more endpoints than the limit, also of requests at once', async (t) => {
  const product = await testApp(t);
  const wishes = Array.from({ length: LIMITS.webhookEndpoints + 3 }, () =>
    callWebhooks(product, 'POST', '', { url: URL_OF_NOBODY }),
  );
  const answers = await Promise.all(wishes);
  assert.equal(answers.filter(({ statusCode }) => statusCode === 201).length, LIMITS.webhookEndpoints);
  const refused = answers.find(({ statusCode }) => statusCode === 409);
  assert.equal(refused?.json().type, 'urn:logomorph:problem:too-many-webhooks');
});

test('to another tenant, and without the scope, an endpoint is not there', async (t) => {
  const product = await testApp(t);
  const { id } = await newEndpoint(product, URL_OF_NOBODY);
  const delivery = (await callWebhooks(product, 'POST', `/${id}/test`)).json();
  const other = { ...product, ...(await product.newKey('other')) };
  const reader = { ...product, ...(await product.newKey('default', ['read', 'render'])) };
  const requests: Parameters<typeof callWebhooks> extends [unknown, ...infer Rest] ? Rest[] : never = [
    ['GET', `/${id}`],
    ['PATCH', `/${id}`, { enabled: false }],
    ['DELETE', `/${id}`],
    ['POST', `/${id}/rotate-secret`],
    ['POST', `/${id}/test`],
    ['POST', `/${id}/replay`, { since: '2026-01-01T00:00:00Z' }],
    ['GET', `/${id}/deliveries`],
    ['GET', `/${id}/deliveries/${delivery.id}`],
    ['POST', `/${id}/deliveries/${delivery.id}/replay`],
  ];
  for (const request of requests) {
    assert.equal((await callWebhooks(other, ...request)).statusCode, 404, request.join(' '));
    assert.equal((await callWebhooks(reader, ...request)).statusCode, 403, request.join(' '));
  }
  const own = await newEndpoint(other, URL_OF_NOBODY);
  assert.equal((await callWebhooks(other, 'GET', `/${own.id}/deliveries/${delivery.id}`)).statusCode, 404);
  assert.equal((await callWebhooks(other, 'POST', `/${own.id}/deliveries/${delivery.id}/replay`)).statusCode, 404);
  assert.equal((await callWebhooks(product, 'GET', `/${id}`)).json().enabled, true);
});

test('after rotations all secrets of a day sign, and a day later the new one alone', async (t) => {
  const product = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  const { id, secret: old } = await newEndpoint(product, url);
  const rotated = async () => (await callWebhooks(product, 'POST', `/${id}/rotate-secret`)).json().secret;
  const [lost, secret] = [await rotated(), await rotated()];
  assert.equal(new Set([old, lost, secret]).size, 3);
  const dispatcher = dispatching(t, product);
  const verify = (by: string) => {
    const latest = received.at(-1);
    assert.ok(latest !== undefined);
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const headers = Object.fromEntries(names.map((name) => [name, String(latest.headers[name])]));
    return new Webhook(by).verify(latest.body, headers);
  };
  const sendTest = async () => {
    const before = received.length;
    assert.equal((await callWebhooks(product, 'POST', `/${id}/test`)).statusCode, 202);
    dispatcher.wake();
    await until(() => received.length > before);
  };
  await sendTest();
  for (const by of [old, lost, secret]) assert.ok(verify(by));
  await product.db
    .updateTable('webhook_endpoints')
    .set({ older_secrets: sql`jsonb_set(older_secrets, '{0,expiresAt}', to_jsonb(now()))` })
    .execute();
  await sendTest();
  for (const by of [lost, secret]) assert.ok(verify(by));
  assert.throws(() => verify(old));
  await product.db.updateTable('webhook_endpoints').set({ previous_secret_expires_at: sql`now()` }).execute();
  await sendTest();
  assert.ok(verify(secret));
  assert.throws(() => verify(lost));
});
