import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { json, serve } from './testing/serve.ts';

test('a list is fetched page by page, and no page before it is needed', async (t) => {
  const pages = [
    { items: [{ id: '1' }, { id: '2' }], nextCursor: '2' },
    { items: [], nextCursor: '3' },
    { items: [{ id: '4' }] },
  ];
  const { baseUrl, received } = await serve(t, (_, response, nth) => json(response, pages[nth - 1]));
  const renders = createClient({ baseUrl, apiKey: 'k' }).list('/v1/renders', {
    query: { state: ['failed'], limit: 2 },
  });
  assert.equal((await renders.next()).value?.id, '1');
  assert.equal((await renders.next()).value?.id, '2');
  assert.equal(received.length, 1);
  assert.equal((await renders.next()).value?.id, '4');
  assert.equal((await renders.next()).done, true);
  const urls = ['', '&cursor=2', '&cursor=3'].map((cursor) => `/v1/renders?state=failed&limit=2${cursor}`);
  assert.deepEqual(
    received.map(({ url }) => url),
    urls,
  );
});

test('a parameter that may be given several times is given once as it is', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { items: [] }));
  const client = createClient({ baseUrl, apiKey: 'k' });
  await client.list('/v1/renders', { query: { state: 'failed', type: 'kit' } }).next();
  assert.equal(received[0]?.url, '/v1/renders?state=failed&type=kit');
  // @ts-expect-error: there is no such state
  await client.list('/v1/renders', { query: { state: 'lost' } }).next();
  // @ts-expect-error: a list goes forwards
  await client.list('/v1/renders', { query: { before: '1' } }).next();
});
