import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { json, problem, type Received, serve } from './testing/serve.ts';

const FILE = Buffer.from('<svg/>');
const SHA256 = hash('sha256', FILE);

const told = ({ method, url }: Received) => `${method} ${url}`;

test('bytes that are there are not sent', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { id: 'l' }));
  const { id } = await createClient({ baseUrl, apiKey: 'k' }).upload(FILE);
  assert.equal(id, 'l');
  assert.deepEqual(received.map(told), [`GET /v1/logos/sha256/${SHA256}`]);
});

test('a small file is sent to the API, and named', async (t) => {
  const { baseUrl, received } = await serve(t, ({ method }, response) => {
    if (method === 'GET') problem(response, 'not-found', 404);
    else json(response, { id: 'l' }, method === 'PUT' ? 201 : 200);
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  await client.upload(new Blob([FILE]), { name: 'Acme', metadata: { brand: 'acme' } });
  assert.deepEqual(received.map(told), [
    `GET /v1/logos/sha256/${SHA256}`,
    `PUT /v1/logos/sha256/${SHA256}`,
    'PATCH /v1/logos/l',
  ]);
  assert.equal(received[1]?.body, '<svg/>');
  assert.deepEqual(JSON.parse(received[2]?.body ?? ''), { name: 'Acme', metadata: { brand: 'acme' } });
});

test('a large one goes to the address that the API names, which is told no key', async (t) => {
  const bucket = await serve(t, (_, response, nth) => response.writeHead(nth === 1 ? 503 : 200).end());
  const api = await serve(t, ({ url }, response) => {
    if (url === '/v1/logos/uploads') {
      const request = {
        method: 'PUT',
        url: `${bucket.baseUrl}/object?signed`,
        headers: { 'x-amz-checksum-sha256': 'x' },
      };
      json(response, { id: 'u', state: 'pending', request }, 201);
    } else if (url.endsWith('/complete')) json(response, { id: 'l' }, 201);
    else problem(response, 'not-found', 404);
  });
  const { id } = await createClient({ baseUrl: api.baseUrl, apiKey: 'k' }).upload(FILE, { directFrom: 1 });
  assert.equal(id, 'l');
  assert.deepEqual(api.received.map(told), [
    `GET /v1/logos/sha256/${SHA256}`,
    'POST /v1/logos/uploads',
    'POST /v1/logos/uploads/u/complete',
  ]);
  assert.deepEqual(JSON.parse(api.received[1]?.body ?? ''), { bytes: FILE.length, sha256: SHA256 });
  assert.deepEqual(bucket.received.map(told), ['PUT /object?signed', 'PUT /object?signed']);
  const [, sent] = bucket.received;
  assert.equal(sent?.body, '<svg/>');
  assert.equal(sent?.headers['x-amz-checksum-sha256'], 'x');
  assert.equal(sent?.headers.authorization, undefined);
  assert.equal(sent?.headers['idempotency-key'], undefined);
});

test('why the object store refuses one is told, and nothing else of its answer', async (t) => {
  const refusal = `<?xml version="1.0" encoding="UTF-8"?>
    <Error><Code>AccessDenied</Code><Message>Request has expired &amp; is &quot;late&quot;</Message><HostId>h</HostId></Error>`;
  for (const [body, detail] of [
    [refusal, 'The object store says AccessDenied: Request has expired & is "late"'],
    ['<Error><Code>InvalidDigest</Code></Error>', 'The object store says InvalidDigest'],
    ['<Error/>', undefined],
    ['<html><Code>x</Code></html>', undefined],
  ] as const) {
    const bucket = await serve(t, (_, response) => response.writeHead(403).end(body));
    const api = await serve(t, ({ method }, response) => {
      const request = { method: 'PUT', url: `${bucket.baseUrl}/object?signed`, headers: {} };
      if (method === 'GET') problem(response, 'not-found', 404);
      else json(response, { id: 'u', state: 'pending', request }, 201);
    });
    await assert.rejects(createClient({ baseUrl: api.baseUrl, apiKey: 'k' }).upload(FILE, { directFrom: 1 }), {
      message: detail === undefined ? 'HTTP status 403' : `HTTP status 403: ${detail}`,
      detail,
      code: '',
      status: 403,
    });
  }
});

test('one that came in between is not sent', async (t) => {
  const { baseUrl, received } = await serve(t, ({ method }, response) => {
    if (method === 'GET') problem(response, 'not-found', 404);
    else json(response, { id: 'u', state: 'completed', logo: { id: 'l' } }, 201);
  });
  assert.equal((await createClient({ baseUrl, apiKey: 'k' }).upload(FILE, { directFrom: 1 })).id, 'l');
  assert.equal(received.length, 2);
});

test('what is no file is told, and not sent as an empty one', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { id: 'l' }));
  const client = createClient({ baseUrl, apiKey: 'k' });
  for (const file of ['logo.svg', new Response('<svg/>').body, undefined, [60]]) {
    // @ts-expect-error what JavaScript lets one do
    await assert.rejects(client.upload(file), { name: 'TypeError', message: /^A file to upload is a Uint8Array/ });
  }
  assert.equal(received.length, 0);
});
