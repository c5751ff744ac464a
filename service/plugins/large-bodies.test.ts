import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';
import { rawClient } from '../testing/raw-http.ts';

const MEGABYTES = 10 * 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024);

/** What a body is refused with that is larger than its route takes. */
const REFUSED = /^HTTP\/1.1 413 .*urn:logomorph:problem:body-too-large/s;

test('who sends too large a body is told so before it is sent, and keeps the connection', async (t) => {
  const { app, headers } = await testApp(t);
  const { open } = await rawClient(app);
  for (const [path, type] of [
    ['/v1/logos', 'image/png'],
    ['/v1/renders', 'application/json'],
  ]) {
    const socket = await open();
    const heard = listen(socket);
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n`;
    socket.write(`${head}Content-Type: ${type}\r\nContent-Length: ${MEGABYTES}\r\n\r\n`);
    await heard.until(REFUSED);
    // Of a connection that is closed, these bytes would take the answer along.
    for (let sent = 0; sent < MEGABYTES; sent += PIECE.length) {
      if (!socket.write(PIECE)) await once(socket, 'drain');
    }
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    await heard.until(/HTTP\/1.1 200 OK/);
    socket.destroy();
  }
});

test('a body without an end is let go on no longer than any request', async (t) => {
  const { app, headers } = await testApp(t, { timeBudgets: { headersTimeout: 1, requestTimeout: 2 } });
  const { open } = await rawClient(app);
  const socket = await open();
  const heard = listen(socket);
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  const head = `POST /v1/logos HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n`;
  socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
  const drip = setInterval(() => {
    if (!socket.writable) return;
    socket.write(`${PIECE.length.toString(16)}\r\n`);
    socket.write(PIECE);
    socket.write('\r\n');
  }, 20);
  t.after(() => clearInterval(drip));
  await heard.until(REFUSED);
  await closed;
});

/** Keeps what a socket brings, for what is waited for in it. */
function listen(socket: Socket) {
  let all = '';
  socket.on('data', (chunk) => {
    all += chunk;
  });
  return {
    async until(pattern: RegExp): Promise<void> {
      while (!pattern.test(all)) {
        if (socket.destroyed) assert.fail(`the connection ended after ${all.slice(0, 100)}`);
        await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      }
    },
  };
}
