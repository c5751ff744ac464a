import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testApp } from '../testing/app.ts';
import { storeOutput } from '../testing/stored-output.ts';

test('a signed address gives a file without a key, to pages of any origin, until it expires', async (t) => {
  const { get, signedUrl } = await signedFile(t);
  const { statusCode, body, headers } = await get(await signedUrl());
  assert.deepEqual([statusCode, body], [200, 'bytes']);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.match(String(headers['content-security-policy']), /sandbox/);
  const [, seconds] = /^public, max-age=(\d+), immutable$/.exec(String(headers['cache-control'])) ?? [];
  assert.ok(Number(seconds) > 3590 && Number(seconds) <= 7200, String(seconds));
  const again = await get(await signedUrl(), { 'if-none-match': String(headers.etag) });
  assert.equal(again.statusCode, 304);
  assert.equal((await get(await signedUrl(), { range: 'bytes=1-2' })).body, 'yt');
});

test('a page of any origin may ask with headers of its own, whichever pages may use the API', async (t) => {
  for (const corsOrigins of [[], ['https://app.example.com']]) {
    const { product, signedUrl } = await signedFile(t, 'a.png', true, { corsOrigins });
    const { app } = product;
    const uploads = '/uploads/0199f0a4-9e21-7d33-b844-5f6071829304?expires=1&signature=x';
    for (const [url, method, named] of [
      [await signedUrl(), 'GET', 'if-none-match'],
      [uploads, 'PUT', 'x-amz-checksum-sha256'],
    ] as const) {
      const asked = { 'access-control-request-method': method, 'access-control-request-headers': named };
      const answer = await app.inject({
        method: 'OPTIONS',
        url,
        headers: { origin: 'https://other.example', ...asked },
      });
      assert.equal(answer.statusCode, 204);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['access-control-allow-headers'], '*');
      assert.match(String(answer.headers['access-control-allow-methods']), new RegExp(`\\b${method}\\b`));
      assert.match(String(answer.headers.allow), new RegExp(`\\b${method}\\b`));
      assert.equal(answer.headers.vary, undefined);
      const refused = await app.inject({ method: 'POST', url, headers: { origin: 'https://other.example' } });
      assert.deepEqual([refused.statusCode, refused.headers['access-control-allow-origin']], [405, '*']);
    }
  }
});

test('the list of renders has signed addresses too, and a name with folders is in them', async (t) => {
  const { product, get } = await signedFile(t, 'My Set.appiconset/icon 20@2x.png');
  const { items } = (await product.app.inject({ url: '/v1/renders', headers: product.headers })).json();
  const { signedUrl } = items[0].outputs[0];
  assert.match(signedUrl, /\/My%20Set\.appiconset\/icon%2020%402x\.png\?/);
  assert.equal((await get(signedUrl)).body, 'bytes');
});

test('caches keep a file once for all pages, and a refusal not at all', async (t) => {
  const { product, get, signedUrl } = await signedFile(t, 'a.png', true, { corsOrigins: ['https://app.example.com'] });
  const url = await signedUrl();
  for (const origin of ['https://app.example.com', 'https://other.example', undefined]) {
    const { headers } = await get(url, origin === undefined ? {} : { origin });
    assert.deepEqual([headers.vary, headers['access-control-allow-origin']], [undefined, '*'], origin);
    assert.match(String(headers['cache-control']), /^public, max-age/);
  }
  const refused = await Promise.all([get(`${url}x`), get(`${url}&more=1`), get('/files/x/y'), get('/transforms/x/y')]);
  await product.db.deleteFrom('render_outputs').execute();
  for (const { statusCode, headers } of [...refused, await get(url)]) {
    assert.ok(statusCode >= 400, String(statusCode));
    assert.equal(headers['cache-control'], 'no-store', String(statusCode));
  }
});

test('a changed address is refused, whether the file is there or not', async (t) => {
  const { get, signedUrl } = await signedFile(t);
  const url = await signedUrl();
  for (const forged of [
    url.replace('a.png', 'b.png'),
    url.replace(/files\/[0-9a-f-]{36}/, 'files/00000000-0000-7000-8000-000000000000'),
    url.replace(/expires=(\d)/, 'expires=9$1'),
    url.replace(/signature=.*/, 'signature=x'),
    url.replace('a.png', '%61.png'),
    url.replace('expires=', 'expires=0'),
  ]) {
    const answer = await get(forged);
    assert.equal(answer.statusCode, 403, forged);
    assert.equal(answer.json().type, 'urn:logomorph:problem:wrong-signature');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
  }
  assert.equal((await get(`${url}&more=1`)).statusCode, 422, 'caches would keep it twice');
});

test('an address that has expired is refused', async (t) => {
  const { get, signedUrl } = await signedFile(t);
  const url = await signedUrl();
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3 * 3600 * 1000 });
  const answer = await get(url);
  assert.equal(answer.statusCode, 403);
  assert.equal(answer.json().type, 'urn:logomorph:problem:address-expired');
});

test('a signed address ends with its render', async (t) => {
  const { product, get, signedUrl, id } = await signedFile(t);
  const url = await signedUrl();
  const { app, headers } = product;
  assert.equal((await app.inject({ method: 'DELETE', url: `/v1/renders/${id}`, headers })).statusCode, 204);
  const answer = await get(url);
  assert.equal(answer.statusCode, 404);
});

test('a file of a render that is at work is not to be kept by caches', async (t) => {
  const { get, signedUrl } = await signedFile(t, 'a.png', false);
  assert.equal((await get(await signedUrl())).headers['cache-control'], 'public, no-cache');
});

test('more than the limit of a tenant is refused, whichever file is asked for, and those of others are served', async (t) => {
  const { product, get, signedUrl } = await signedFile(t, 'a.png', true, { rateLimits: { signed: 2 } });
  const url = await signedUrl();
  const served = await get(url);
  assert.equal(served.statusCode, 200);
  assert.equal(served.headers.ratelimit, undefined, 'how busy the tenant is, is no business of who has an address');
  assert.equal((await get(url.replace(/signature=.*/, 'signature=x'))).statusCode, 403, 'a forged one takes nothing');
  assert.equal((await get(url)).statusCode, 200);
  const refused = await get(url);
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.json().type, 'urn:logomorph:problem:rate-limited');
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.equal(refused.headers['cache-control'], 'no-store');
  assert.match(await product.metrics.registry.metrics(), /rate_limited_total\{policy="signed"\} 1/);

  const others = { ...product, ...(await product.newKey('other')) };
  const { id } = await storeOutput(others, 'a.png', 'image/png', { finished: true });
  const read = await product.app.inject({ url: `/v1/renders/${id}`, headers: others.headers });
  assert.equal((await get(read.json().outputs[0].signedUrl)).statusCode, 200);
});

test('while requests cannot be counted, files are served', async (t) => {
  const rateStore = { count: async () => Promise.reject(new Error('down')), close: async () => {} };
  const { get, signedUrl } = await signedFile(t, 'a.png', true, { rateStore, rateLimits: { signed: 1 } });
  const url = await signedUrl();
  for (let nth = 0; nth < 3; nth += 1) assert.equal((await get(url)).statusCode, 200);
});

async function signedFile(
  t: TestContext,
  name = 'a.png',
  finished = true,
  overrides: Parameters<typeof testApp>[1] = {},
) {
  const product = await testApp(t, overrides);
  const { id } = await storeOutput(product, name, 'image/png', { finished });
  const { app, headers } = product;
  const get = (url: string, more = {}) => app.inject({ url, headers: more });
  const signedUrl = async () =>
    String((await app.inject({ url: `/v1/renders/${id}`, headers })).json().outputs[0].signedUrl);
  return { product, get, signedUrl, id };
}
