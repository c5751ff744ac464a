import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from './call.ts';
import { createClient } from './create-client.ts';
import { json, serve } from './testing/serve.ts';

test('parts of an address are escaped, and a file keeps its folders', () => {
  assert.equal(addressOf('/v1/renders/{renderId}', { renderId: '../keys?a' }), '/v1/renders/..%2Fkeys%3Fa');
  const parts = { renderId: 'r', name: 'a.appiconset/b c.png' };
  assert.equal(
    addressOf('/v1/renders/{renderId}/outputs/{name}', parts),
    '/v1/renders/r/outputs/a.appiconset/b%20c.png',
  );
  assert.throws(() => addressOf('/v1/renders/{renderId}'), /needs renderId/);
});

test('a query has each value of a list, and nothing that is left out', () => {
  const query = { state: ['queued', 'running'], limit: 5, cursor: undefined };
  assert.equal(addressOf('/v1/renders', {}, query), '/v1/renders?state=queued&state=running&limit=5');
});

test('lines of JSON are given as text, and files and streams cannot be called', async (t) => {
  const lines = '{"seq":1}\n{"seq":2}\n';
  const { baseUrl } = await serve(t, ({ url }, response) => {
    if (url.startsWith('/v1/audit/export')) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' }).end(lines);
    } else json(response, { items: [] });
  });
  const client = createClient({ baseUrl, apiKey: 'lm_key', retries: 0 });
  const exported: string = await client.call('get', '/v1/audit/export', { query: { after: 0 } });
  assert.equal(exported, lines);
  const path = { renderId: 'r' };
  // @ts-expect-error: `events` reads it
  await client.call('get', '/v1/renders/{renderId}/events', { path });
  // @ts-expect-error: `download` does
  await client.call('get', '/v1/renders/{renderId}/outputs/{name}', { path: { ...path, name: 'kit.json' } });
});
