import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { testApp } from '../testing/app.ts';
import { rawClient } from '../testing/raw-http.ts';
import { BARE_SECURITY_HEADERS } from './security-headers.ts';

const HEAD = 'Host: x\r\nConnection: close\r\n';

/** What each request is refused with, by status and problem. */
const REFUSED: Readonly<Record<string, readonly [sent: string, status: number, problem: string]>> = {
  'an address over its limit': [
    `GET /${'a'.repeat(LIMITS.requestTargetBytes)} HTTP/1.1\r\n${HEAD}\r\n`,
    414,
    'uri-too-long',
  ],
  'too many headers': [`GET / HTTP/1.1\r\n${HEAD}${'a: b\r\n'.repeat(100)}\r\n`, 431, 'headers-too-large'],
  'headers over their limit': [`GET / HTTP/1.1\r\n${HEAD}a: ${'b'.repeat(17_000)}\r\n\r\n`, 431, 'headers-too-large'],
  'no host': ['GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad-request'],
  'two hosts': [`GET /health HTTP/1.1\r\n${HEAD}Host: y\r\n\r\n`, 400, 'bad-request'],
  'two keys': [`GET /v1/keys HTTP/1.1\r\n${HEAD}Authorization: a\r\nauthorization: b\r\n\r\n`, 400, 'bad-request'],
  'two lengths': [`POST / HTTP/1.1\r\n${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400, 'bad-request'],
  'a length and chunks': [
    `POST / HTTP/1.1\r\n${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'bad-request',
  ],
  'chunks in a coding before the last': [
    `POST / HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    400,
    'bad-request',
  ],
  'a length that is none': [`POST / HTTP/1.1\r\n${HEAD}Content-Length: +4\r\n\r\nabcd`, 400, 'bad-request'],
  'a header over two lines': [`GET / HTTP/1.1\r\n${HEAD}a: b\r\n c: d\r\n\r\n`, 400, 'bad-request'],
  'a blank before the colon': [`GET / HTTP/1.1\r\n${HEAD}Content-Length : 4\r\n\r\nabcd`, 400, 'bad-request'],
  'lines that end in LF alone': ['GET / HTTP/1.1\nHost: x\n\n', 400, 'bad-request'],
  'a method that is none': [`BREW / HTTP/1.1\r\n${HEAD}\r\n`, 400, 'bad-request'],
  'another version of HTTP': [`GET / HTTP/3.0\r\n${HEAD}\r\n`, 400, 'bad-request'],
  'the start of TLS': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400, 'bad-request'],
  'a path that cannot be read': [`GET /%ff HTTP/1.1\r\n${HEAD}\r\n`, 400, 'bad-request'],
};

test('an address that is no UTF-8 is named, and an expectation that cannot be met is passed over', async (t) => {
  const { app } = await testApp(t);
  const { send } = await rawClient(app);
  const { detail } = JSON.parse((await send(`GET /%ff HTTP/1.1\r\n${HEAD}\r\n`)).split('\r\n\r\n')[1] ?? '');
  assert.equal(detail, 'The address is not percent-encoded as UTF-8');
  const asked = `GET /v1/keys HTTP/1.1\r\n${HEAD}Expect: 200-ok\r\n\r\n`;
  assert.match(await send(asked), /^HTTP\/1.1 401 .*problem:unauthorized/s);
});

test('a head over its limit is told the limit', async (t) => {
  const { app } = await testApp(t);
  const { send } = await rawClient(app);
  const answer = await send(`GET / HTTP/1.1\r\n${HEAD}a: ${'b'.repeat(LIMITS.requestHeadBytes)}\r\n\r\n`);
  assert.match(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').detail, new RegExp(`${LIMITS.requestHeadBytes} bytes`));
});

test('a request that breaks a rule of HTTP is answered by a problem, with its id and the security headers', async (t) => {
  const { app } = await testApp(t);
  const { send } = await rawClient(app);
  for (const [what, [sent, status, problem]] of Object.entries(REFUSED)) {
    const answer = await send(sent);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    assert.match(head, new RegExp(`^HTTP/1.1 ${status} [A-Z]`), what);
    assert.match(head, /^content-type: application\/problem\+json\b/im, what);
    const [, requestId] = /^request-id: ([0-9a-f-]{36})\r?$/im.exec(head) ?? [];
    assert.ok(requestId, what);
    for (const [name, value] of Object.entries(BARE_SECURITY_HEADERS)) {
      assert.ok(head.toLowerCase().includes(`\r\n${name}: ${value.toLowerCase()}`), `${what}: ${name}`);
    }
    const { type, instance } = JSON.parse(body);
    assert.equal(type, `urn:logomorph:problem:${problem}`, what);
    assert.equal(instance, `urn:logomorph:request:${requestId}`, what);
  }
});

test('what is within the limits is taken', async (t) => {
  const { app } = await testApp(t);
  const { send } = await rawClient(app);
  const long = `GET /health?${'a'.repeat(LIMITS.requestTargetBytes - 8)} HTTP/1.1\r\n${HEAD}\r\n`;
  for (const sent of [
    long,
    `GET /health HTTP/1.1\r\n${HEAD}${'a: b\r\n'.repeat(98)}\r\n`,
    'GET /health HTTP/1.0\r\n\r\n',
  ]) {
    assert.match(await send(sent), /^HTTP\/1.1 200 OK/, sent.slice(0, 40));
  }
});

test('who sends a head or a body too slowly is told so, and let go', async (t) => {
  const { app, headers } = await testApp(t, { timeBudgets: { headersTimeout: 1, requestTimeout: 2 } });
  const { open, send } = await rawClient(app);
  const slow = [
    send('GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: '),
    send(
      `POST /v1/logos HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\nContent-Length: 5000\r\n\r\nsome`,
    ),
  ];
  // One that never stops sending a little, which is the point of the attack.
  const dripping = await open();
  dripping.on('error', () => {});
  dripping.write('GET /health HTTP/1.1\r\nHost: x\r\n');
  const drip = setInterval(() => dripping.writable && dripping.write('a: b\r\n'), 100);
  t.after(() => clearInterval(drip));
  slow.push(text(dripping));
  // Nobody has asked, so an answer would be taken for that to the next request.
  const silent = send('');
  for (const answer of await Promise.all(slow)) {
    assert.match(
      answer,
      /^HTTP\/1.1 408 Request Timeout.*urn:logomorph:problem:request-timeout.* 1 seconds.* 2 seconds/s,
    );
  }
  assert.equal(await silent, '');
});

test('requests that come at once on one connection are answered in their order', async (t) => {
  const { app } = await testApp(t);
  const { send } = await rawClient(app);
  const get = (path: string, id: string, more = '') =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nRequest-Id: ${id}\r\n${more}\r\n`;
  // The first takes longest to be answered.
  const sent =
    get('/health/ready', 'first') + get('/health', 'second') + get('/none', 'third', 'Connection: close\r\n');
  const answers = await send(sent);
  const all = (pattern: RegExp) => [...answers.matchAll(pattern)].map(([, found]) => found);
  assert.deepEqual(all(/^request-id: (\S+)\r?$/gim), ['first', 'second', 'third']);
  assert.deepEqual(all(/HTTP\/1.1 (\d+)/g), ['200', '200', '404']);
});

test('a connection that is one too many is closed at once, and counted', async (t) => {
  const { app } = await testApp(t, { maxConnections: 2 });
  const { open, send } = await rawClient(app);
  const held = [await open(), await open()];
  await until(async () => /^logomorph_active_connections 2$/m.test((await app.inject({ url: '/metrics' })).body));
  const refused = await open();
  refused.on('error', () => {});
  refused.resume();
  await once(refused, 'close');
  const { body } = await app.inject({ url: '/metrics' });
  assert.match(body, /^logomorph_connections_refused_total 1$/m);
  for (const socket of held) socket.destroy();
  await until(async () => /^logomorph_active_connections 0$/m.test((await app.inject({ url: '/metrics' })).body));
  assert.match(await send(`GET /health HTTP/1.1\r\n${HEAD}\r\n`), /^HTTP\/1.1 200/);
});
