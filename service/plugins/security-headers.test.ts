import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';
import { BARE_SECURITY_HEADERS } from './security-headers.ts';

test('every answer has the security headers, whatever it says', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [method, url, status] of [
    ['GET', '/health', 200],
    ['HEAD', '/health', 200],
    ['GET', '/metrics', 200],
    ['GET', '/v1/keys', 200],
    ['GET', '/none', 404],
    ['PUT', '/health', 405],
    ['OPTIONS', '/health', 204],
    ['POST', '/v1/renders', 422],
    ['GET', '/%ff', 400],
    ['GET', `/v1/renders/${'a'.repeat(300)}`, 404],
  ] as const) {
    const answer = await app.inject({ method, url, headers });
    const what = `${method} ${url.slice(0, 30)}`;
    assert.equal(answer.statusCode, status, what);
    for (const [name, value] of Object.entries(BARE_SECURITY_HEADERS)) assert.equal(answer.headers[name], value, what);
    assert.ok(answer.headers['request-id'], what);
    assert.equal(answer.headers['x-powered-by'], undefined);
  }
});

test('no cache gives to others what a key let in, nor a refusal, whatever it is set to keep', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [url, status] of [
    ['/v1/tenant', 200],
    ['/v1/keys?limit=0', 422],
    ['/v1/none', 404],
  ] as const) {
    const answer = await app.inject({ url, headers });
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [status, 'private, no-cache'], url);
  }
  const refused = await app.inject({ url: '/v1/tenant' });
  assert.deepEqual([refused.statusCode, refused.headers['cache-control']], [401, 'private, no-cache']);
});

test('the docs page and what it loads have a policy of their own, and all other headers', async (t) => {
  const { app } = await testApp(t);
  const page = await app.inject({ url: '/api-docs/' });
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  assert.ok(files.length >= 2);
  for (const url of ['/api-docs/', ...files.map((file) => new URL(file, 'http://x/api-docs/').pathname)]) {
    const answer = await app.inject({ url });
    assert.equal(answer.statusCode, 200, url);
    const policy = String(answer.headers['content-security-policy']);
    assert.match(policy, /default-src 'self'/, url);
    assert.match(policy, /frame-ancestors 'none'/, url);
    assert.doesNotMatch(policy.replace(/style-src[^;]*/, ''), /unsafe-/, url);
    for (const [name, value] of Object.entries(BARE_SECURITY_HEADERS)) {
      if (name !== 'content-security-policy') assert.equal(answer.headers[name], value, `${url} ${name}`);
    }
  }
});
