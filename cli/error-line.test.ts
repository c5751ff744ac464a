import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { errorLine } from './error-line.ts';

test('an API that does not answer is named, with the reason', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  assert.ok(typeof address === 'object' && address !== null);
  const api = `http://127.0.0.1:${address.port}`;
  const error = await fetch(api).catch((reason: unknown) => reason);
  assert.equal(errorLine(error, api), `no answer from ${api} (ECONNREFUSED)`);
});

test('any other error is its own message, in one line', () => {
  assert.equal(errorLine(new Error('it\n went wrong', { cause: new Error('so') }), 'http://x'), 'it went wrong (so)');
  assert.equal(errorLine('text', undefined), 'text');
});
