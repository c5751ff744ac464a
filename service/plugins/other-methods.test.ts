import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';

const ID = crypto.randomUUID();

test('a method that an address has no route for is answered with 405 and those it has, with or without a key', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [method, url, allow] of [
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
    ['PUT', '/v1/keys', 'GET, HEAD, OPTIONS, POST'],
    ['TRACE', '/v1/renders', 'GET, HEAD, OPTIONS, POST'],
    ['GET', `/v1/renders/${ID}/cancel`, 'OPTIONS, POST'],
    ['HEAD', `/v1/renders/${ID}/cancel`, 'OPTIONS, POST'],
  ] as const) {
    for (const as of [headers, {}]) {
      const answer = await app.inject({ method, url, headers: { ...as, 'content-type': 'text/odd' } });
      assert.equal(answer.statusCode, 405, `${method} ${url}`);
      assert.equal(answer.headers.allow, allow, `${method} ${url}`);
      assert.ok(answer.headers['request-id']);
      if (method === 'HEAD') continue;
      assert.equal(answer.json().type, 'urn:logomorph:problem:method-not-allowed');
    }
  }
});

test('OPTIONS tells what an address takes', async (t) => {
  const { app } = await testApp(t);
  const answer = await app.inject({ method: 'OPTIONS', url: `/v1/renders/${ID}` });
  assert.equal(answer.statusCode, 204);
  assert.match(String(answer.headers.allow), /^DELETE, GET, HEAD, OPTIONS/);
  assert.equal(answer.headers['access-control-allow-origin'], undefined, 'CORS is off');
});

test('an address that is written otherwise is another one, of which there is nothing', async (t) => {
  const { app, headers } = await testApp(t);
  const slash = await app.inject({ url: '/v1/renders/', headers });
  assert.equal(slash.json().type, 'urn:logomorph:problem:not-found');
  for (const url of ['/V1/renders', '//v1/renders', '/v1//renders', '/v1/renders;x', '/v2/renders', '/']) {
    for (const method of ['GET', 'POST', 'OPTIONS', 'HEAD'] as const) {
      const answer = await app.inject({ method, url, headers });
      assert.equal(answer.statusCode, 404, `${method} ${url}`);
      if (method !== 'HEAD') assert.equal(answer.json().type, 'urn:logomorph:problem:not-found');
    }
  }
});

test('an address that there is not is 404 by any method and with any body, and whichever pages may ask', async (t) => {
  for (const corsOrigins of [[], ['*'], ['https://app.example.com']]) {
    const { app } = await testApp(t, { corsOrigins });
    const url = '/v1/nope';
    const asked = await Promise.all([
      app.inject({ method: 'OPTIONS', url }),
      app.inject({ method: 'OPTIONS', url, headers: { origin: 'https://app.example.com' } }),
      app.inject({ method: 'QUERY', url }),
      app.inject({ method: 'POST', url, headers: { 'content-type': 'no type' }, payload: 'x' }),
      app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload: '{' }),
      app.inject({ method: 'POST', url, payload: { long: 'x'.repeat(100_000) } }),
    ]);
    for (const answer of asked) {
      assert.equal(answer.statusCode, 404, answer.body);
      assert.equal(answer.json().type, 'urn:logomorph:problem:not-found');
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      assert.ok(answer.headers['request-id']);
    }
  }
});

test('each address that is read answers HEAD like GET, without a body', async (t) => {
  const { app, headers } = await testApp(t);
  for (const url of [
    '/health',
    '/metrics',
    '/api-docs/json',
    '/v1/keys',
    '/v1/logos',
    '/v1/renders',
    `/v1/renders/${ID}`,
  ]) {
    const [get, head] = [await app.inject({ url, headers }), await app.inject({ method: 'HEAD', url, headers })];
    assert.equal(head.statusCode, get.statusCode, url);
    assert.equal(head.headers['content-type'], get.headers['content-type'], url);
    assert.equal(head.body, '', url);
  }
});
