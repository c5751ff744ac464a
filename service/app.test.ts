import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SVG, testApp } from './testing/app.ts';

test('what no database can store is the client’s mistake', async (t) => {
  const { app, headers } = await testApp(t);
  const logoId = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json().id;
  const kit = (name: string) => ({ logoId, recipe: { type: 'kit', name } });
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload });
  const get = (url: string, more = {}) => app.inject({ url, headers: { ...headers, ...more } });
  const { id } = (await post('/v1/renders', kit('Söhne 👩‍👧'))).json();

  for (const name of ['a\u0000b', '\ud800x', 'two\nlines']) {
    assert.equal((await post('/v1/keys', { name })).statusCode, 422, JSON.stringify(name));
    assert.equal((await post('/v1/renders', kit(name))).statusCode, 422, JSON.stringify(name));
  }
  assert.equal((await get(`/v1/renders/${id}/outputs/a%00b`)).statusCode, 404);
  assert.equal((await get(`/v1/renders/urn:uuid:${id}`)).statusCode, 404);
  assert.equal((await get(`/v1/renders?cursor=urn:uuid:${id}`)).statusCode, 422);
  for (const after of ['99999999999', '1e30', '-1']) {
    assert.equal((await get(`/v1/renders/${id}/events`, { 'last-event-id': after })).statusCode, 422, after);
  }
});

test('what cannot be read as a request is answered as a problem too', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [url, status] of [
    ['/%ff', 400],
    [`/v1/renders/${'a'.repeat(300)}`, 404],
  ] as const) {
    const answer = await app.inject({ url, headers });
    assert.equal(answer.statusCode, status, url);
    assert.ok(!answer.body.includes(url), 'the address does not come back');
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.ok(answer.headers['request-id']);
  }
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  for (const [sent, status, type] of [
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['this is not HTTP\r\n\r\n', 400, 'bad-request'],
  ] as const) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(sent);
    const answer = await text(socket);
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} [^]*problem\\+json[^]*urn:logomorph:problem:${type}`));
  }
});

test('an upload that is broken off is no fault of ours', async (t) => {
  const { app, headers } = await testApp(t);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write(
    `POST /v1/logos HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\nContent-Length: 5000\r\n\r\nsome`,
  );
  await once(socket, 'connect');
  await sleep(100);
  socket.destroy();
  await sleep(200);
  const { body } = await app.inject({ url: '/metrics' });
  assert.doesNotMatch(body, /logomorph_http_requests_total\{[^}]*status="5/);
});

test('uploads under way have a budget, and what is over it is refused before it is read', async (t) => {
  const { app, headers, maxLogoBytes, newKey } = await testApp(t, { maxLogoBytes: 10_000_000 });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const port = Number(new URL(address).port);
  const held = Array.from({ length: 3 }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /v1/logos HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\nContent-Length: ${maxLogoBytes}\r\n\r\n`,
    );
    return socket;
  });
  await sleep(300);
  const large = {
    method: 'POST',
    url: '/v1/logos',
    headers: { ...headers, 'content-length': `${maxLogoBytes}` },
  } as const;
  const refused = await app.inject({ ...large, payload: Buffer.alloc(maxLogoBytes) });
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.headers['retry-after'], '5');
  assert.equal((await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).statusCode, 201);
  const other = { ...large.headers, ...(await newKey('other')).headers };
  const free = await app.inject({ ...large, headers: other, payload: Buffer.alloc(maxLogoBytes) });
  assert.equal(free.statusCode, 415, 'another tenant is not kept out');
  for (const socket of held) socket.destroy();
  await sleep(300);
  const taken = await app.inject({ ...large, payload: Buffer.alloc(maxLogoBytes) });
  assert.equal(taken.statusCode, 415);
});

test('a compressed body is refused, since it may hold more than its length says', async (t) => {
  const { app, headers } = await testApp(t);
  for (const encoding of ['gzip', 'br', 'zstd', 'gzip, gzip']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/logos',
      headers: { ...headers, 'content-encoding': encoding },
      payload: gzipSync(SVG),
    });
    assert.equal(answer.statusCode, 415, encoding);
    assert.equal(answer.json().type, 'urn:logomorph:problem:unsupported-media-type');
  }
  const plain = { ...headers, 'content-encoding': 'identity' };
  assert.equal((await app.inject({ method: 'POST', url: '/v1/logos', headers: plain, payload: SVG })).statusCode, 201);
});
