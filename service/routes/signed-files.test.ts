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

test('the list of renders has signed addresses too, and a name with folders is in them', async (t) => {
  const { product, get } = await signedFile(t, 'My Set.appiconset/icon 20@2x.png');
  const { items } = (await product.app.inject({ url: '/v1/renders', headers: product.headers })).json();
  const { signedUrl } = items[0].outputs[0];
  assert.match(signedUrl, /\/My%20Set\.appiconset\/icon%2020%402x\.png\?/);
  assert.equal((await get(signedUrl)).body, 'bytes');
});

test('a changed address is refused, whether the file is there or not', async (t) => {
  const { get, signedUrl } = await signedFile(t);
  const url = await signedUrl();
  for (const forged of [
    url.replace('a.png', 'b.png'),
    url.replace(/files\/[0-9a-f-]{36}/, 'files/00000000-0000-7000-8000-000000000000'),
    url.replace(/expires=(\d)/, 'expires=9$1'),
    url.replace(/signature=.*/, 'signature=x'),
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

async function signedFile(t: TestContext, name = 'a.png', finished = true) {
  const product = await testApp(t);
  const { id } = await storeOutput(product, name, 'image/png', { finished });
  const { app, headers } = product;
  const get = (url: string, more = {}) => app.inject({ url, headers: more });
  const signedUrl = async () =>
    String((await app.inject({ url: `/v1/renders/${id}`, headers })).json().outputs[0].signedUrl);
  return { product, get, signedUrl, id };
}
