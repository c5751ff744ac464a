import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { serve } from './testing/serve.ts';

const sha256 = hash('sha256', 'bytes');

test('a file is the one that was made, or an error', async (t) => {
  const { baseUrl } = await serve(t, ({ url }, response) => response.end(url === '/good' ? 'bytes' : 'bites'));
  const client = createClient({ baseUrl, apiKey: 'k' });
  assert.equal(Buffer.from(await client.download({ name: 'a', url: '/good', sha256 })).toString(), 'bytes');
  await assert.rejects(client.download({ name: 'a.png', url: '/bad', sha256 }), /a\.png has not the bytes/);
});

test('the key is sent to no other server', async (t) => {
  const other = await serve(t, (_, response) => response.end('bytes'));
  const client = createClient({ baseUrl: 'http://127.0.0.1:9', apiKey: 'k', retries: 0 });
  await assert.rejects(client.download({ name: 'a', url: `${other.baseUrl}/a`, sha256 }), RangeError);
  await assert.rejects(client.download({ name: 'a', url: `//${new URL(other.baseUrl).host}/a`, sha256 }), TypeError);
  assert.equal(other.received.length, 0);
});
