import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { listen } from '@logomorph/core/testing/listen.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { OTHER_SVG, objectsIn, SVG, type TestApp, testApp } from '../testing/app.ts';

/** A site on this machine; gives its address. */
async function site(t: TestContext, answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(t, createServer(answer))}`;
}

function fromUrl({ app, headers }: Pick<TestApp, 'app' | 'headers'>, payload: object, more: object = {}) {
  return app.inject({ method: 'POST', url: '/v1/logos/from-url', headers: { ...headers, ...more }, payload });
}

const problem = (name: string) => `urn:logomorph:problem:${name}`;

/** A site that answers nothing until it is told to, and what waits there. */
async function slowSite(t: TestContext) {
  const waiting: ServerResponse[] = [];
  const url = await site(t, (_, response) => waiting.push(response));
  return { url, waiting };
}

test('a logo is fetched through redirects and stored like an upload, with its name', async (t) => {
  const product = await testApp(t);
  const asked: unknown[] = [];
  const url = await site(t, ({ url: path, method, headers }, response) => {
    asked.push([method, path, headers.accept, headers.authorization]);
    if (path === '/moved') response.writeHead(302, { location: '/logo' }).end();
    else response.setHeader('content-type', 'text/plain').end(SVG);
  });
  const first = await fromUrl(product, { url: `${url}/moved`, name: 'Acme' });
  assert.equal(first.statusCode, 201, first.body);
  const logo = first.json();
  assert.deepEqual([logo.format, logo.bytes, logo.name], ['svg', SVG.length, 'Acme']);
  assert.equal(first.headers.location, `/v1/logos/${logo.id}`);
  assert.deepEqual(asked, [
    ['GET', '/moved', 'image/*', undefined],
    ['GET', '/logo', 'image/*', undefined],
  ]);

  const again = await fromUrl(product, { url, name: 'Another' });
  assert.equal(again.statusCode, 200);
  assert.deepEqual(again.json(), logo, 'what was here keeps its name');
  const { app, headers } = product;
  assert.deepEqual((await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json(), logo);
  assert.match((await app.inject({ url: '/metrics' })).body, /^logomorph_logo_uploads_total\{format="svg"\} 1$/m);
});

test('a URL that breaks a rule by itself is refused, and the rule is told', async (t) => {
  const product = await testApp(t);
  const refused = [
    '',
    'no url',
    'https:8.8.8.8',
    'ftp://example.com/a',
    'file:///etc/passwd',
    'https://a:b@example.com/',
  ];
  for (const url of [...refused, 'http://8.8.8.8/', 'https://8.8.8.8:8443/', 'https://10.0.0.1/', 'https://[::1]/']) {
    const answer = await fromUrl(product, { url });
    assert.equal(answer.statusCode, 422, url);
    const { type, detail, errors } = answer.json();
    assert.equal(type, problem('url-refused'), url);
    assert.equal(errors[0].pointer, '/url');
    assert.equal(detail, `The URL ${errors[0].detail}`);
  }
  const bodies = [
    {},
    { url: 1 },
    { url: `https://example.com/${'a'.repeat(2048)}` },
    { url: 'https://x.test/a\0b' },
    { url: 'https://x.test/\ud800' },
    { url: 'https://x.test', format: 'svg' },
  ];
  for (const payload of [...bodies, { url: 'https://x.test', name: 'two\nlines' }]) {
    assert.equal((await fromUrl(product, payload)).json().type, problem('invalid-request'), JSON.stringify(payload));
  }
});

test('what is inside, what does not exist and what does not listen are answered alike', async (t) => {
  const inside = await site(t, (_, response) => response.end(SVG));
  const { port } = new URL(inside);
  const addresses: Record<string, string[]> = { 'inside.test': ['10.0.0.1'], 'none.test': [], 'v6.test': ['fd00::1'] };
  const resolve = async (host: string) => addresses[host] ?? Promise.reject(new Error(`SERVFAIL ${host}`));
  const product = await testApp(t, { resolve });
  const hosts = ['inside.test', 'none.test', 'v6.test', 'broken.test'];
  const redirects = ['http://10.0.0.1/', 'http://169.254.169.254/latest/', 'https://none.test/', 'file:///etc/passwd'];
  const redirecting = await site(t, ({ url }, response) => {
    response.writeHead(307, { location: redirects[Number(url?.slice(1))] ?? '' }).end();
  });
  const urls = [
    ...hosts.flatMap((host) => [`https://${host}/`, `http://${host}:${port}/`]),
    ...redirects.map((_, index) => `${redirecting}/${index}`),
    'http://127.0.0.1:1/',
    inside.replace('http:', 'https:'),
  ];
  for (const url of urls) {
    const answer = await fromUrl(product, { url });
    assert.equal(answer.statusCode, 422, url);
    const { instance, ...told } = answer.json();
    assert.deepEqual(
      told,
      {
        type: problem('url-unreachable'),
        status: 422,
        title: 'The URL cannot be reached',
        detail: 'It could not be reached, or its answer broke off',
      },
      url,
    );
  }
  assert.deepEqual(await objectsIn(product), []);
});

test('an answer that is no whole picture of the size that is taken is refused, and not stored', async (t) => {
  const product = await testApp(t);
  const answers: Record<string, [string, number, RegExp, (response: ServerResponse) => unknown]> = {
    '/missing': ['url-bad-answer', 422, /status 404/, (response) => response.writeHead(404).end(SVG)],
    '/part': ['url-bad-answer', 422, /status 206/, (response) => response.writeHead(206).end(SVG)],
    '/loop': ['url-bad-answer', 422, /3 redirects/, (response) => response.writeHead(301, { location: '/loop' }).end()],
    '/empty': ['url-bad-answer', 422, /no bytes/, (response) => response.end()],
    '/packed': [
      'url-bad-answer',
      422,
      /gzip/,
      (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(SVG)),
    ],
    '/large': ['logo-too-large', 413, /100000 bytes/, (response) => response.end(Buffer.alloc(100_001))],
    '/headers': [
      'url-bad-answer',
      422,
      /16384 bytes of headers/,
      (response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end(SVG),
    ],
    '/page': ['unknown-logo-format', 415, /./, (response) => response.end('<!doctype html>')],
    '/cut': ['truncated-logo', 422, /./, (response) => response.end(SVG.subarray(0, 60))],
  };
  const url = await site(t, (request, response) => answers[request.url ?? '']?.[3](response));
  for (const [path, [name, status, detail]] of Object.entries(answers)) {
    const answer = await fromUrl(product, { url: `${url}${path}` });
    assert.equal(answer.json().type, problem(name), path);
    assert.equal(answer.statusCode, status, path);
    assert.match(answer.json().detail, detail);
  }
  assert.deepEqual(await product.db.selectFrom('logos').selectAll().execute(), []);
  assert.deepEqual(await objectsIn(product), []);
});

test('an answer that takes too long is given up', async (t) => {
  const product = await testApp(t, { timeBudgets: { logoFetch: 0.2 } });
  const url = await site(t, (_, response) => response.write('<svg'));
  const answer = await fromUrl(product, { url });
  assert.equal(answer.statusCode, 422);
  assert.equal(answer.json().type, problem('url-timeout'));
  assert.match(answer.json().detail, /0\.2 seconds/);
});

test('a client that goes away ends the fetch, and may ask again under its key', { timeout: 20_000 }, async (t) => {
  const product = await testApp(t);
  const { url, waiting } = await slowSite(t);
  const address = await product.app.listen({ host: '127.0.0.1', port: 0 });
  const key = { 'idempotency-key': 'once' };
  const headers = { ...product.headers, ...key, 'content-type': 'application/json' };
  const request = httpRequest(`${address}/v1/logos/from-url`, { method: 'POST', headers });
  request.on('error', () => {});
  request.end(JSON.stringify({ url }));
  await until(() => waiting.length === 1);
  const [held] = waiting;
  assert.ok(held !== undefined);
  const ended = once(held, 'close');
  request.destroy();
  await ended;
  await until(async () => (await product.db.selectFrom('idempotency_keys').selectAll().execute()).length === 0);

  const again = fromUrl(product, { url }, key);
  await until(() => waiting.length === 2);
  waiting[1]?.end(SVG);
  assert.equal((await again).statusCode, 201);
  const repeated = await fromUrl(product, { url }, key);
  assert.equal(repeated.headers['idempotency-replayed'], 'true');
  assert.deepEqual(repeated.json(), (await again).json());
  assert.equal(waiting.length, 2, 'it is fetched no third time');
});

test('each fetch under way takes the largest logo from the budget of uploads', { timeout: 20_000 }, async (t) => {
  const product = await testApp(t, { maxLogoBytes: 16 * 1024 * 1024 });
  const { app, headers } = product;
  const { url, waiting } = await slowSite(t);
  const upload = () => app.inject({ method: 'POST', url: '/v1/logos', headers, payload: OTHER_SVG });
  const held = [fromUrl(product, { url }), fromUrl(product, { url })];
  await until(() => waiting.length === 2);

  const refused = await fromUrl(product, { url });
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.headers['retry-after'], '5');
  assert.equal((await upload()).statusCode, 503, 'it is one budget');
  const read = await app.inject({ url: '/v1/logos', headers });
  assert.equal(read.statusCode, 200, 'what holds no bytes is not counted');
  const other = { app, ...(await product.newKey('other')) };
  const free = fromUrl(other, { url });
  await until(() => waiting.length === 3);

  for (const response of waiting) response.end(SVG);
  assert.deepEqual((await Promise.all(held)).map(({ statusCode }) => statusCode).sort(), [200, 201]);
  assert.equal((await free).statusCode, 201, 'another tenant is not kept out');
  await until(async () => (await upload()).statusCode !== 503);
});

test('a key that only reads fetches nothing', async (t) => {
  const product = await testApp(t);
  const { url, waiting } = await slowSite(t);
  const reader = { app: product.app, ...(await product.newKey('default', ['read'])) };
  assert.equal((await fromUrl(reader, { url })).statusCode, 403);
  assert.equal(waiting.length, 0);
});
