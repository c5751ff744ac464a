import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newLogo, testApp } from '../testing/app.ts';

const PAGE = 'https://app.example.com';
const OTHER = 'https://other.example';

const preflight = ({ app }: Awaited<ReturnType<typeof testApp>>, origin: string, url = '/v1/renders') =>
  app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key',
    },
  });

const listed = (t: TestContext) => testApp(t, { corsOrigins: ['https://first.example', PAGE] });

test('a preflight from a page that may is answered without a key, and says what may be sent', async (t) => {
  const product = await listed(t);
  const answer = await preflight(product, PAGE);
  assert.equal(answer.statusCode, 204);
  assert.equal(answer.headers['access-control-allow-origin'], PAGE);
  assert.equal(answer.headers['access-control-allow-methods'], 'GET, HEAD, POST, PUT, PATCH, DELETE');
  const allowed = String(answer.headers['access-control-allow-headers']).toLowerCase().split(', ');
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'prefer', 'traceparent']) {
    assert.ok(allowed.includes(name), name);
  }
  for (const name of ['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'range']) {
    assert.ok(allowed.includes(name), name);
  }
  assert.equal(answer.headers['access-control-max-age'], '7200');
  assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  assert.match(String(answer.headers.vary), /\bOrigin\b/i);
});

test('answers of all kinds can be read by such a page, and vary by origin', async (t) => {
  const product = await listed(t);
  const { app, headers } = product;
  await newLogo(product);
  for (const [url, as, status] of [
    ['/v1/logos', { ...headers, 'accept-encoding': 'gzip' }, 200],
    ['/api-docs/json', { 'accept-encoding': 'gzip' }, 200],
    ['/v1/logos', {}, 401],
    [`/v1/renders/${crypto.randomUUID()}`, headers, 404],
    ['/none', {}, 404],
    ['/health?'.padEnd(9000, 'x'), {}, 414],
  ] as const) {
    const answer = await app.inject({ url, headers: { ...as, origin: PAGE } });
    const what = `${status} of ${url.slice(0, 20)}`;
    assert.equal(answer.statusCode, status, what);
    assert.equal(answer.headers['access-control-allow-origin'], PAGE, what);
    const exposed = String(answer.headers['access-control-expose-headers']).toLowerCase().split(', ');
    for (const name of ['request-id', 'ratelimit', 'retry-after', 'location', 'etag', 'idempotency-replayed', 'link']) {
      assert.ok(exposed.includes(name), `${what}: ${name}`);
    }
    for (const name of ['content-digest', 'repr-digest']) assert.ok(exposed.includes(name), `${what}: ${name}`);
    assert.match(String(answer.headers.vary), /\bOrigin\b/i, what);
  }
});

test('a page of another origin is told of nothing, and neither is anybody while no origins are set', async (t) => {
  const product = await listed(t);
  for (const origin of [OTHER, 'null', `${PAGE}.evil.example`, PAGE.replace('https', 'http'), `${PAGE}:8443`]) {
    const asked = await preflight(product, origin);
    assert.equal(asked.headers['access-control-allow-origin'], undefined, origin);
    const read = await product.app.inject({ url: '/health', headers: { origin } });
    assert.equal(read.headers['access-control-allow-origin'], undefined, origin);
    assert.match(String(read.headers.vary), /\bOrigin\b/i, 'or a cache would give this to the page that may');
  }
  const off = await testApp(t);
  for (const answer of [
    await preflight(off, PAGE),
    await off.app.inject({ url: '/health', headers: { origin: PAGE } }),
  ]) {
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
});

test('a star lets all pages in, without a variance by origin', async (t) => {
  const product = await testApp(t, { corsOrigins: ['*'] });
  const read = await product.app.inject({ url: '/health', headers: { origin: OTHER } });
  assert.equal(read.headers['access-control-allow-origin'], '*');
  assert.doesNotMatch(String(read.headers.vary), /origin/i);
  assert.equal((await preflight(product, OTHER)).headers['access-control-allow-origin'], '*');
});

test('OPTIONS that is no preflight is answered as ever', async (t) => {
  const { app } = await listed(t);
  const answer = await app.inject({ method: 'OPTIONS', url: '/v1/keys' });
  assert.equal(answer.statusCode, 204);
  assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS, POST');
});
