import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { listen } from '../testing/listen.ts';
import { addressRanges } from './addresses.ts';
import { createOutbound, type Outbound, type OutboundRequest } from './outbound.ts';
import type { OutboundFailure } from './outbound-error.ts';
import type { ResolveHost } from './resolve-host.ts';

const LOOPBACK = ['127.0.0.0/8'];

interface Surroundings {
  allowed?: string[];
  plainHttp?: boolean;
  resolve?: ResolveHost;
}

function outbound(t: TestContext, { allowed = [], plainHttp = true, resolve }: Surroundings = {}): Outbound {
  const made = createOutbound({ plainHttp, allowed: addressRanges(allowed) }, resolve);
  defer(t, () => made.close());
  return made;
}

function get(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { url, method: 'GET', timeout: 5000, maxBytes: 1000, overflow: 'refuse', maxRedirects: 3, ...more };
}

/** A server on 127.0.0.1, and how many connections it has seen. */
async function serve(t: TestContext, answer: RequestListener) {
  const server = createServer(answer);
  const seen = { connections: 0 };
  server.on('connection', () => {
    seen.connections += 1;
  });
  return { seen, port: await listen(t, server) };
}

/** A server that does with a connection whatever it wants. */
async function serveRaw(t: TestContext, answer: (socket: Socket) => void): Promise<number> {
  return listen(
    t,
    createTcpServer((socket) => answer(socket.on('error', () => {}))),
  );
}

const failsAs = (failure: OutboundFailure) => ({ name: 'OutboundError', failure });

test('an answer comes with its status, headers and bytes as they were sent', async (t) => {
  const { port } = await serve(t, (request, response) => {
    response.writeHead(201, { 'content-encoding': 'gzip', 'x-got': String(request.headers['accept-encoding']) });
    response.end(Buffer.from([0x1f, 0x8b, 0]));
  });
  const answer = await outbound(t, { allowed: LOOPBACK }).send(get(`http://127.0.0.1:${port}/a?b=c`));
  assert.equal(answer.status, 201);
  assert.deepEqual(answer.body, Buffer.from([0x1f, 0x8b, 0]), 'nothing is decompressed');
  assert.equal(answer.headers['x-got'], 'identity');
});

for (const host of ['127.0.0.1', '2130706433', '0177.0.0.1', '0x7f.1', '127.1', '0', '[::1]', '[::ffff:127.0.0.1]']) {
  test(`${host} is not reached, however it is written`, async (t) => {
    const { port, seen } = await serve(t, (_, response) => response.end());
    await assert.rejects(outbound(t).send(get(`http://${host}:${port}/`)), failsAs('refused'));
    assert.equal(seen.connections, 0);
  });
}

const BAD_URLS = ['ftp://example.com/', 'file:///etc/passwd', 'https://a:b@example.com/', 'https://', 'no url', ''];
const NOT_AS_THEY_STAND = [
  'https:example.com',
  'https:/example.com/',
  'https:///example.com/',
  'https:\\\\example.com/',
  'https://example.com\\a',
  'https://example.com/a\nb',
  'ht\ttps://example.com/',
  ' https://example.com/',
  'https://example.com/a b',
  'https://example.com/\0',
];
for (const url of [
  ...BAD_URLS,
  ...NOT_AS_THEY_STAND,
  'https://example.com:8443/',
  'https://[64:ff9b::7f00:1]/',
  'http://169.254.169.254/',
]) {
  test(`${JSON.stringify(url)} is refused before anything is looked up`, (t) => {
    assert.throws(() => outbound(t).check(url), failsAs('refused'));
  });
}

test('http is refused where https alone is taken, but to allowed ranges', (t) => {
  assert.throws(() => outbound(t, { plainHttp: false }).check('http://example.com/'), failsAs('refused'));
  assert.throws(
    () => outbound(t, { plainHttp: false, allowed: LOOPBACK }).check('http://8.8.8.8/'),
    failsAs('refused'),
  );
  outbound(t, { plainHttp: false, allowed: LOOPBACK }).check('http://127.0.0.1:9/');
  outbound(t, { plainHttp: false }).check('https://example.com/');
  outbound(t).check('http://example.com/');
});

test('a host is refused by each address it leads to, and none of them is connected to', async (t) => {
  const { port, seen } = await serve(t, (_, response) => response.end());
  const resolve = async () => ['127.0.0.1', '::1', '10.0.0.1', '64:ff9b::7f00:1'];
  const refusing = outbound(t, { resolve, allowed: ['192.168.0.0/16'] });
  await assert.rejects(refusing.send(get(`http://rebound.test:${port}/`)), failsAs('refused'));
  assert.equal(seen.connections, 0);
});

test('localhost is this machine, and not reached', async (t) => {
  await assert.rejects(outbound(t).send(get('https://localhost/')), failsAs('refused'));
});

test('a host that has another address at each look is connected to at the one that was checked', async (t) => {
  const { port } = await serve(t, (_, response) => response.end('reached'));
  const addresses = ['127.0.0.1', '127.0.0.9', '10.0.0.1'];
  const asked: string[] = [];
  const resolve = async () => {
    asked.push(addresses[asked.length] ?? 'none');
    return asked.slice(-1);
  };
  const rebinding = outbound(t, { resolve, allowed: ['127.0.0.1/32'] });
  assert.equal((await rebinding.send(get(`http://rebound.test:${port}/`))).body.toString(), 'reached');
  assert.deepEqual(asked, ['127.0.0.1'], 'it is looked up once');
  await assert.rejects(rebinding.send(get(`http://rebound.test:${port}/`)), failsAs('refused'));
});

test('at a port of its own choice a public address is not reached, nor over http where https is asked for', async (t) => {
  const resolve = async () => ['8.8.8.8'];
  for (const plainHttp of [true, false]) {
    const guarded = outbound(t, { resolve, plainHttp, allowed: LOOPBACK });
    await assert.rejects(guarded.send(get('http://public.test:6379/')), failsAs('refused'));
  }
  const httpsOnly = outbound(t, { resolve, plainHttp: false, allowed: LOOPBACK });
  await assert.rejects(httpsOnly.send(get('http://public.test/')), failsAs('refused'));
});

test('redirects are followed, and each is checked like a first address', async (t) => {
  const { port } = await serve(t, (request, response) => {
    const to = { '/first': '/second', '/second': '/end', '/away': 'http://127.0.0.2:1/', '/loop': '/loop' }[
      request.url ?? ''
    ];
    response.writeHead(to === undefined ? 200 : 302, to === undefined ? {} : { location: to }).end(request.url);
  });
  const site = `http://127.0.0.1:${port}`;
  const following = outbound(t, { allowed: ['127.0.0.1/32'] });
  assert.equal((await following.send(get(`${site}/first`))).body.toString(), '/end');
  await assert.rejects(following.send(get(`${site}/away`)), failsAs('refused'));
  await assert.rejects(following.send(get(`${site}/loop`)), failsAs('too-many-redirects'));
  assert.equal((await following.send(get(`${site}/away`, { maxRedirects: 0 }))).status, 302);
});

test('a body without an end is cut or refused at the limit', async (t) => {
  const { port } = await serve(t, (_, response) => {
    const more = () => {
      while (response.write('x'.repeat(4096))) {}
    };
    response.on('drain', more);
    more();
  });
  const url = `http://127.0.0.1:${port}/`;
  const reading = outbound(t, { allowed: LOOPBACK });
  await assert.rejects(reading.send(get(url)), failsAs('too-large'));
  assert.equal((await reading.send(get(url, { overflow: 'cut', maxBytes: 10 }))).body.toString(), 'xxxxxxxxxx');
});

test('a body that is announced to be too large is not waited for', async (t) => {
  const { port } = await serve(t, (_, response) => response.writeHead(200, { 'content-length': 1001 }).flushHeaders());
  const asked = get(`http://127.0.0.1:${port}/`, { timeout: 1000 });
  await assert.rejects(outbound(t, { allowed: LOOPBACK }).send(asked), failsAs('too-large'));
});

test('headers without an end are refused', async (t) => {
  const port = await serveRaw(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let line = 0; line < 1000; line += 1) socket.write(`x-${line}: ${'y'.repeat(100)}\r\n`);
  });
  const sent = outbound(t, { allowed: LOOPBACK }).send(get(`http://127.0.0.1:${port}/`));
  await assert.rejects(sent, failsAs('headers-too-large'));
});

const SLOW: Record<string, string> = {
  nothing: '',
  'a head, byte by byte': 'HTTP/1.1 200 OK\r\nx-slow: ',
  'a body, byte by byte': 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n',
};
for (const [what, head] of Object.entries(SLOW)) {
  test(`who answers ${what}, is left at the end of the time`, async (t) => {
    const port = await serveRaw(t, (socket) => {
      socket.write(head);
      if (head === '') return;
      const timer = setInterval(() => socket.write('z'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    const sent = outbound(t, { allowed: LOOPBACK }).send(get(`http://127.0.0.1:${port}/`, { timeout: 200 }));
    await assert.rejects(sent, failsAs('timeout'));
  });
}

test('a look-up without an end is left at the end of the time', async (t) => {
  const waiting = outbound(t, { resolve: () => new Promise(() => {}) });
  await assert.rejects(waiting.send(get('https://slow.test/', { timeout: 100 })), failsAs('timeout'));
});

test('no address, no server and no HTTP are told as failed connections', async (t) => {
  const port = await serveRaw(t, (socket) => socket.end('SSH-2.0-x\r\n'));
  const resolve = async () => [];
  await assert.rejects(outbound(t, { resolve }).send(get('https://none.test/')), failsAs('connection'));
  const allowed = outbound(t, { allowed: LOOPBACK });
  for (const url of ['http://127.0.0.1:1/', `http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`]) {
    await assert.rejects(allowed.send(get(url)), failsAs('connection'));
  }
  const message = 'The answer is no valid HTTP';
  await assert.rejects(allowed.send(get(`http://127.0.0.1:${port}/`)), { message });
});
