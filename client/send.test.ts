import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import { LogoMorphError } from './error.ts';
import { json, problem, serve } from './testing/serve.ts';

const recipe = { type: 'palette' } as const;
const key = { name: 'website' };

test('a write that is tried again has the same idempotency key, and another one has another', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response, nth) => {
    if (nth === 1) return problem(response, 'unavailable', 503, { 'retry-after': '0' });
    if (nth === 2) return void response.socket?.destroy();
    json(response, { id: 'r' }, 202);
  });
  const client = createClient({ baseUrl: `${baseUrl}/`, apiKey: 'lm_key' });
  assert.deepEqual(await client.render({ logoId: 'l', recipe }), { id: 'r' });
  await client.render({ logoId: 'l', recipe });
  await client.render({ logoId: 'l', recipe }, { idempotencyKey: 'mine' });
  const keys = received.map(({ headers }) => headers['idempotency-key']);
  assert.match(String(keys[0]), /^[0-9a-f-]{36}$/);
  assert.equal(keys[1], keys[0]);
  assert.equal(keys[2], keys[0]);
  assert.notEqual(keys[3], keys[0]);
  assert.equal(keys[4], 'mine');
  assert.equal(received[0]?.headers.authorization, 'Bearer lm_key');
  assert.equal(received[0]?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(received[2]?.body ?? ''), { logoId: 'l', recipe });
});

test('an answer that breaks off is asked for again', async (t) => {
  const { baseUrl } = await serve(t, (_, response, nth) => {
    if (nth > 1) return json(response, { items: [] });
    response.writeHead(200, { 'content-length': '1000' }).write('{"items":');
    setImmediate(() => response.socket?.destroy());
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  assert.deepEqual(await client.call('get', '/v1/limits'), { items: [] });
});

test('an attempt that takes too long is given up, and the next one may go well', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response, nth) => {
    if (nth > 1) json(response, { items: [] });
  });
  const client = createClient({ baseUrl, apiKey: 'k', timeoutSeconds: 0.1 });
  assert.deepEqual(await client.call('get', '/v1/limits'), { items: [] });
  assert.equal(received.length, 2);
});

test('a body that need not be there may be left out, and is not sent then', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { id: 'new' }, 201));
  const client = createClient({ baseUrl, apiKey: 'k' });
  await client.call('post', '/v1/keys/{keyId}/rotate', { path: { keyId: 'old' } });
  await client.call('post', '/v1/keys/{keyId}/rotate', { path: { keyId: 'old' }, body: { overlapSeconds: 0 } });
  const sent = received.map(({ headers, body }) => [headers['content-type'], body]);
  assert.deepEqual(sent, [
    [undefined, ''],
    ['application/json', '{"overlapSeconds":0}'],
  ]);
});

test('a problem is an error that says what it was, and is not tried again', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => {
    const errors = [{ pointer: '/name', detail: 'must be text' }];
    const body = { type: 'urn:logomorph:problem:invalid-request', title: 'Refused', status: 422, errors };
    json(response, body, 422, { 'request-id': 'abc' });
  });
  const refused = await createClient({ baseUrl, apiKey: 'k' })
    .call('post', '/v1/keys', { body: key })
    .catch((error: unknown) => error);
  assert.ok(refused instanceof LogoMorphError);
  const { code, type, status, requestId, errors, message } = refused;
  assert.deepEqual(
    { code, type, status, requestId, errors, message },
    {
      code: 'invalid-request',
      type: 'urn:logomorph:problem:invalid-request',
      status: 422,
      requestId: 'abc',
      errors: [{ pointer: '/name', detail: 'must be text' }],
      message: 'Refused; /name must be text',
    },
  );
  assert.equal(received.length, 1);
});

test('an error page of a proxy is an error with its status', async (t) => {
  const { baseUrl } = await serve(t, (_, response) => response.writeHead(403).end('<h1>no</h1>'));
  const client = createClient({ baseUrl, apiKey: 'k' });
  await assert.rejects(client.call('get', '/v1/limits'), { status: 403, code: '', message: 'HTTP status 403' });
});

test('an answer that is no problem document after all is an error with its status', async (t) => {
  const body = { type: 'urn:logomorph:problem:x', title: 'x', errors: [null] };
  const { baseUrl, received } = await serve(t, (_, response) => json(response, body, 422));
  const client = createClient({ baseUrl, apiKey: 'k' });
  await assert.rejects(client.call('get', '/v1/limits'), { status: 422, code: '', message: 'HTTP status 422' });
  assert.equal(received.length, 1);
});

test('what can never be sent is not tried again, and a key is not told', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { items: [] }));
  let asked = 0;
  const limits = (at: string, token: () => string) => {
    asked = 0;
    const apiKey = () => {
      asked += 1;
      return token();
    };
    return createClient({ baseUrl: at, apiKey, retries: 1 }).call('get', '/v1/limits');
  };
  const noToken = () => {
    throw new TypeError('no token');
  };
  await assert.rejects(limits(baseUrl, noToken), /^TypeError: no token$/);
  assert.equal(asked, 1);
  await assert.rejects(
    limits(baseUrl, () => 'lm_sekret # mine'),
    /^RangeError: The API key is not one word of visible ASCII characters$/,
  );
  assert.equal(asked, 1);
  await assert.rejects(
    createClient({ baseUrl, apiKey: () => Reflect.get({}, 'KEY') }).call('get', '/v1/limits'),
    /API key/,
  );
  for (const at of ['logos.example.com', 'localhost:4000', `${baseUrl}?a=b`, baseUrl.replace('//', '//user:sekret@')]) {
    assert.throws(() => createClient({ baseUrl: at, apiKey: 'k' }), {
      name: 'RangeError',
      message: /^baseUrl (?!.*sekret)/,
    });
  }
  assert.equal(received.length, 0);
});

test('a redirect is not followed, by which a write would become a read', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => {
    response.writeHead(301, { location: 'https://logos.example.com/v1/renders' }).end();
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  await assert.rejects(client.render({ logoId: 'l', recipe }), {
    status: 301,
    message: 'HTTP status 301: The API leads to https://logos.example.com/v1/renders',
  });
  assert.equal(received.length, 1);
});

test('a page in the place of an answer is an error that says so', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  await assert.rejects(client.call('get', '/v1/limits'), /v1\/limits answered with something else than JSON/);
  await assert.rejects(client.waitFor('r'), /events answered with something else than events/);
  assert.equal(received.length, 2);
});

test('the wait for another try ends with the signal', async (t) => {
  const stop = new AbortController();
  const { baseUrl } = await serve(t, (_, response) => {
    problem(response, 'rate-limited', 429, { 'retry-after': '50' });
    setImmediate(() => stop.abort(new Error('enough')));
  });
  const client = createClient({ baseUrl, apiKey: 'k' });
  await assert.rejects(client.call('get', '/v1/limits', { signal: stop.signal }), /enough/);
});

test('a key may be asked for before each attempt', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { items: [] }));
  let n = 0;
  const client = createClient({ baseUrl, apiKey: async () => `token${n++}` });
  await client.call('get', '/v1/limits');
  await client.call('get', '/v1/limits');
  assert.deepEqual(
    received.map(({ headers }) => headers.authorization),
    ['Bearer token0', 'Bearer token1'],
  );
});
