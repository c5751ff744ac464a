import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { newLogo, OTHER_SVG, SVG, testApp } from '../testing/app.ts';

test('JSON from 1 KB on is compressed as the client likes, and caches are told that it varies', async (t) => {
  const { app } = await testApp(t);
  const url = '/api-docs/json';
  const plain = await app.inject({ url });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.match(String(plain.headers.vary), /accept-encoding/i);
  for (const [accepted, encoding] of [
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['', undefined],
  ] as const) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': accepted } });
    assert.equal(answer.statusCode, 200, accepted);
    assert.equal(answer.headers['content-encoding'], encoding, accepted);
    assert.match(String(answer.headers.vary), /accept-encoding/i, accepted);
    const decode = { br: brotliDecompressSync, gzip: gunzipSync };
    const body = encoding === undefined ? answer.rawPayload : decode[encoding](answer.rawPayload);
    assert.equal(body.toString(), plain.body, accepted);
    if (encoding !== undefined) assert.ok(answer.rawPayload.length < plain.rawPayload.length * 0.4, accepted);
  }
  const refused = await app.inject({ url, headers: { 'accept-encoding': 'br', 'x-no-compression': '1' } });
  assert.equal(refused.headers['content-encoding'], undefined);
  const head = await app.inject({ method: 'HEAD', url, headers: { 'accept-encoding': 'br' } });
  assert.match(String(head.headers.vary), /accept-encoding/i);
  assert.equal(head.rawPayload.length, 0);
});

test('HEAD tells of compressed and of small JSON what GET does', async (t) => {
  const { app, headers } = await testApp(t);
  const compressed: unknown[] = [];
  for (const url of ['/api-docs/json', '/metrics', '/v1/keys', '/v1/logos', '/health', '/none']) {
    const asked = { url, headers: { ...headers, 'accept-encoding': 'gzip' } };
    const [head, get] = [await app.inject({ method: 'HEAD', ...asked }), await app.inject(asked)];
    assert.equal(head.rawPayload.length, 0, url);
    const encoding = get.headers['content-encoding'];
    const length = encoding === undefined ? ['content-length'] : [];
    for (const name of ['content-encoding', 'vary', 'content-type', 'etag', ...length]) {
      assert.equal(head.headers[name], get.headers[name], `${name} of ${url}`);
    }
    compressed.push(encoding);
  }
  assert.ok(compressed.includes('gzip') && compressed.includes(undefined), 'both are tried');
});

test('an event stream is not held back by compression', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 0 } }));
  const asked = { ...headers, 'accept-encoding': 'br, gzip' };
  const answer = await app.inject({ url: `/v1/renders/${id}/events`, headers: asked });
  assert.equal(answer.headers['content-encoding'], undefined);
  assert.match(answer.body, /^event: succeeded$/m);
});

test('less than 1 KB is sent as it is, and problems too', async (t) => {
  const { app } = await testApp(t);
  for (const url of ['/health', '/none', '/v1/keys']) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(answer.headers['content-encoding'], undefined, url);
  }
});

test('files are compressed by their types: vector pictures and data, no others', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, store } = product;
  const logoId = await newLogo(product, SVG);
  await newLogo(product, OTHER_SVG);
  const payload = { logoId, recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const bytes = Buffer.from('0123456789'.repeat(1000));
  await store.put('objects/test', bytes, 'application/octet-stream');
  for (const [name, mediaType, compressed] of [
    ['a.svg', 'image/svg+xml', true],
    ['a.html', 'text/html; charset=utf-8', true],
    ['a.webmanifest', 'application/manifest+json', true],
    ['a.png', 'image/png', false],
    ['a.webp', 'image/webp', false],
    ['a.avif', 'image/avif', false],
    ['a.ico', 'image/x-icon', false],
    ['a.zip', 'application/zip', false],
  ] as const) {
    const output = {
      render_id: id,
      name,
      position: 0,
      media_type: mediaType,
      bytes: bytes.length,
      sha256: 'a'.repeat(64),
    };
    await db
      .insertInto('render_outputs')
      .values({ ...output, width: null, height: null, object_key: 'objects/test' })
      .execute();
    const url = `/v1/renders/${id}/outputs/${name}`;
    const answer = await app.inject({ url, headers: { ...headers, 'accept-encoding': 'br' } });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['content-encoding'], compressed ? 'br' : undefined, name);
    assert.equal(/accept-encoding/i.test(String(answer.headers.vary)), compressed, name);
    assert.deepEqual(compressed ? brotliDecompressSync(answer.rawPayload) : answer.rawPayload, bytes, name);
  }
});
