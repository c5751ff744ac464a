import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';
import { rawClient } from '../testing/raw-http.ts';

const HEALTH = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';

test('a connection that is kept is told to end by the first answer after the stop began', async (t) => {
  const { app, drain } = await testApp(t);
  const socket = await (await rawClient(app)).open();
  assert.match(await ask(socket, HEALTH), /^HTTP\/1.1 200 .*\r\nconnection: keep-alive\r\n/is);
  drain();
  const ended = once(socket, 'end');
  assert.match(await ask(socket, HEALTH), /^HTTP\/1.1 200 .*\r\nconnection: close\r\n/is);
  await ended;
});

test('a request that came before the stop ends its connection too', async (t) => {
  const { app, headers, drain } = await testApp(t);
  const socket = await (await rawClient(app)).open();
  const received = once(app.server, 'request');
  socket.write(`POST /v1/keys HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n`);
  socket.write('Content-Type: application/json\r\nContent-Length: 15\r\n\r\n');
  await received;
  drain();
  socket.write('{"name":"late"}');
  assert.match(await text(socket), /^HTTP\/1.1 201 .*\r\nconnection: close\r\n/is);
});

test('refusals and addresses that are none end their connections too', async (t) => {
  const { app, drain } = await testApp(t);
  const { send } = await rawClient(app);
  drain();
  for (const [path, status] of [
    ['/nowhere', 404],
    ['/v1/renders', 401],
  ]) {
    assert.match(await send(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`), new RegExp(`^HTTP/1.1 ${status} `));
  }
});

test('while the server closes, a request that is half there is answered, and idle connections end', async (t) => {
  const { app, drain } = await testApp(t);
  const { open } = await rawClient(app);
  const [idle, busy] = [await open(), await open()];
  await ask(idle, HEALTH);
  busy.write(HEALTH.slice(0, 20));
  // By the answer on a later connection the server has read what came before on the others.
  await ask(await open(), HEALTH);
  drain();
  assert.equal(idle.readableEnded, false, 'as long as it may be used');
  const closed = app.close();
  assert.equal(await text(idle), '');
  busy.write(HEALTH.slice(20));
  assert.match(await text(busy), /^HTTP\/1.1 200 .*\r\nconnection: close\r\n/is);
  await closed;
});

/** Sends a request on an open connection, and gives the one answer to it. */
async function ask(socket: Socket, request: string): Promise<string> {
  socket.write(request);
  let answer = '';
  while (!/\r\n\r\n.*\}$/s.test(answer)) {
    const [chunk] = await once(socket, 'data');
    answer += chunk;
  }
  return answer;
}
