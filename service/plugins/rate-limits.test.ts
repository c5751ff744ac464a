import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { pino } from 'pino';
import { newLogo, OTHER_SVG, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';

test('answers tell of the limits, and the one too many is refused until the window ends', async (t) => {
  const { app, headers, newKey } = await testApp(t, { rateLimits: { perKey: 3, perTenant: 5 } });
  const get = (as = headers) => app.inject({ url: '/v1/renders', headers: as });
  const first = await get();
  assert.equal(first.statusCode, 200);
  assert.equal(first.headers['ratelimit-policy'], '"key";q=3;w=60, "tenant";q=5;w=60');
  assert.match(String(first.headers.ratelimit), /^"key";r=2;t=(?:59|60), "tenant";r=4;t=(?:59|60)$/);
  await get();
  await get();

  const refused = await get();
  assert.equal(refused.statusCode, 429);
  assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
  assert.equal(refused.json().type, 'urn:logomorph:problem:rate-limited');
  assert.equal(refused.json().detail, '3 requests in 60 seconds may be made with this API key or by this user');
  assert.match(String(refused.headers.ratelimit), /^"key";r=0;t=\d+$/);
  assert.ok(Number(refused.headers['retry-after']) >= 1 && Number(refused.headers['retry-after']) <= 60);

  const second = (await newKey('default')).headers;
  assert.equal((await get(second)).statusCode, 200);
  assert.equal((await get(second)).statusCode, 200, 'what a key was refused is not taken from its tenant');
  assert.equal((await get(second)).json().detail, '5 requests in 60 seconds may be made by this tenant');
  assert.equal((await get((await newKey('other')).headers)).statusCode, 200, 'tenants are apart');
});

test('a request that the key has no scope for is counted like others', async (t) => {
  const { app, newKey } = await testApp(t, { rateLimits: { perKey: 2 } });
  const { headers } = await newKey('default', ['read']);
  const ask = () => app.inject({ url: '/v1/keys', headers });
  const refused = await ask();
  assert.equal(refused.statusCode, 403);
  assert.match(String(refused.headers.ratelimit), /^"key";r=1;/);
  assert.equal((await ask()).statusCode, 403);
  assert.equal((await ask()).statusCode, 429);
});

test('replicas share the limits', async (t) => {
  const here = await testApp(t, { rateLimits: { perKey: 3 } });
  const there = await testApp(t, { database: here, rateLimits: { perKey: 3 } });
  const statuses: number[] = [];
  for (const { app } of [here, there, here, there]) {
    statuses.push((await app.inject({ url: '/v1/renders', headers: here.headers })).statusCode);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429]);
});

test('a limit of the key itself counts when it is the lower one', async (t) => {
  const { app, headers, newKey, db } = await testApp(t, { rateLimits: { perKey: 9 } });
  const send = (method: 'POST' | 'PATCH', path: string, payload: object) =>
    app.inject({ method, url: `/v1/keys${path}`, headers, payload });
  const policyOf = async (key: string) => {
    const answer = await app.inject({ url: '/v1/renders', headers: { authorization: `Bearer ${key}` } });
    return String(answer.headers['ratelimit-policy']).split(',')[0];
  };
  const { id, key, requestsPerMinute } = (await send('POST', '', { name: 'x', requestsPerMinute: 2 })).json();
  assert.equal(requestsPerMinute, 2);
  assert.equal(await policyOf(key), '"key";q=2;w=60');
  assert.equal((await send('PATCH', `/${id}`, { requestsPerMinute: 3 })).json().requestsPerMinute, 3);
  assert.equal(await policyOf(key), '"key";q=3;w=60', 'a change counts at once');
  assert.equal((await send('PATCH', `/${id}`, { name: 'y' })).json().requestsPerMinute, 3);
  assert.equal(
    (await send('POST', `/${id}/rotate`, {})).json().requestsPerMinute,
    3,
    'the one in its place has it too',
  );
  const listed = (await app.inject({ url: '/v1/keys', headers })).json().items;
  assert.deepEqual(
    listed.map((each: { requestsPerMinute?: number }) => each.requestsPerMinute),
    [3, 3, undefined],
  );
  const changed = await send('PATCH', `/${id}`, { requestsPerMinute: null });
  assert.equal(changed.json().requestsPerMinute, undefined);
  assert.equal(await policyOf(key), '"key";q=9;w=60');

  for (const [method, path] of [
    ['POST', ''],
    ['PATCH', `/${id}`],
  ] as const) {
    const refused = await send(method, path, { name: 'z', requestsPerMinute: 10 });
    assert.equal(refused.statusCode, 422);
    assert.deepEqual(refused.json().errors, [
      { pointer: '/requestsPerMinute', detail: 'must not be above 9, which is the limit of all keys' },
    ]);
  }
  assert.equal((await send('PATCH', `/${id}`, {})).statusCode, 422, 'a change of nothing');

  // As when the limit of all keys is lowered later.
  const late = await newKey('other');
  await db.updateTable('api_keys').where('tenant_id', '=', late.tenantId).set({ requests_per_minute: 99 }).execute();
  assert.equal(await policyOf(late.headers.authorization.slice('Bearer '.length)), '"key";q=9;w=60');
});

test('each render that is asked for counts, of a batch too, and none that is answered again', async (t) => {
  const product = await testApp(t, { rateLimits: { renders: 3 } });
  const { app, headers } = product;
  const logoId = await newLogo(product);
  const ask = (payload: object, key?: string) => askForPalette(product, payload, key);
  const once = await ask({ logoId }, 'same');
  assert.equal(once.statusCode, 202);
  assert.match(String(once.headers.ratelimit), /"renders";r=2;t=\d+$/);
  assert.equal((await ask({ logoId }, 'same')).headers['idempotency-replayed'], 'true');
  const batch = await ask({ logoIds: [logoId, crypto.randomUUID(), crypto.randomUUID()] });
  assert.equal(batch.statusCode, 429);
  assert.match(batch.json().detail, /^3 renders in 60 seconds/);
  assert.equal((await ask({ logoId })).statusCode, 202, 'a batch that is refused takes nothing');
  assert.equal((await ask({ logoId })).statusCode, 202);
  const late = await ask({ logoId }, 'late');
  assert.equal(late.statusCode, 429);
  assert.equal((await ask({ logoId }, 'late')).statusCode, 429, 'a refusal is not kept under the key');
  assert.equal((await app.inject({ url: '/v1/renders', headers })).json().items.length, 3);
});

test('each render of a batch that is retried counts, and a retry that is refused begins none', async (t) => {
  const product = await testApp(t, { rateLimits: { renders: 5 } });
  const { app, headers } = product;
  const logoIds = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const { id } = (await askForPalette(product, { logoIds })).json();
  const act = (action: 'cancel' | 'retry', key: string) =>
    app.inject({ method: 'POST', url: `/v1/renders/${id}/${action}`, headers: { ...headers, 'idempotency-key': key } });
  await act('cancel', 'first');
  const again = await act('retry', 'again');
  assert.equal(again.statusCode, 202);
  assert.match(String(again.headers.ratelimit), /"renders";r=1;t=\d+$/);
  assert.equal((await act('retry', 'again')).headers['idempotency-replayed'], 'true');
  await act('cancel', 'second');
  for (const time of ['once', 'twice']) {
    const refused = await act('retry', 'refused');
    assert.deepEqual([refused.statusCode, refused.json().type], [429, 'urn:logomorph:problem:rate-limited'], time);
  }
  const { items } = (await app.inject({ url: '/v1/renders', headers })).json();
  assert.ok(items.every(({ state }: { state: string }) => state === 'canceled'));
});

test('what serves operation and the description is not limited', async (t) => {
  const { app } = await testApp(t, { rateLimits: { perKey: 1, perTenant: 1 } });
  for (const url of ['/health', '/health/ready', '/metrics', '/api-docs/json']) {
    for (let at = 0; at < 3; at++) {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, 200, url);
      assert.equal(answer.headers.ratelimit, undefined, url);
    }
  }
});

test('a store that is down limits nobody, and is told of once in a while and by a metric', async (t) => {
  const lines: string[] = [];
  const logger = pino(
    { level: 'warn' },
    new Writable({ write: (chunk, _, done) => done(void lines.push(`${chunk}`)) }),
  );
  let asked = 0;
  const count = async () => {
    asked += 1;
    throw new Error('down');
  };
  const { app, headers } = await testApp(t, { rateStore: { count, close: async () => {} }, logger });
  for (let at = 0; at < 5; at++) {
    const answer = await app.inject({ url: '/v1/renders', headers });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers.ratelimit, undefined);
  }
  assert.equal(asked, 1, 'it is not asked again at once');
  assert.equal(lines.filter((line) => line.includes('cannot be counted')).length, 1);
  const { body } = await app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_rate_limits_skipped_total\{policy="key"\} 5/);
  assert.match(body, /logomorph_rate_limits_skipped_total\{policy="tenant"\} 5/);
});

test('while the store is down, who has met a limit is refused until the window ends', async (t) => {
  let down = false;
  let points = 0;
  const count = async (_key: string, more: number) => {
    if (down) throw new Error('down');
    points += more;
    return { points, msLeft: 60_000 };
  };
  const { app, headers, newKey } = await testApp(t, {
    rateLimits: { perKey: 1 },
    rateStore: { count, close: async () => {} },
  });
  const other = await newKey('other');
  const ask = async (as = headers) => (await app.inject({ url: '/v1/renders', headers: as })).statusCode;
  assert.deepEqual([await ask(), await ask()], [200, 429]);
  down = true;
  assert.equal(await ask(other.headers), 200, 'what cannot be counted is let through');
  assert.equal(await ask(), 429);
});

test('an address that sends keys which are none is refused, also when the next one is good', async (t) => {
  const { app, headers } = await testApp(t, { rateLimits: { failedKeys: 2 }, trustedProxies: ['127.0.0.0/8'] });
  const from = (address: string, authorization: string) =>
    app.inject({ url: '/v1/renders', headers: { authorization, 'x-forwarded-for': address } });
  for (let at = 0; at < 2; at++) assert.equal((await from('192.0.2.1', 'Bearer lm_none')).statusCode, 401);
  const refused = await from('192.0.2.1', headers.authorization);
  assert.equal(refused.statusCode, 429);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.equal((await from('192.0.2.2', headers.authorization)).statusCode, 200);
  // What a client writes before the proxy's own entry is not believed.
  assert.equal((await from('192.0.2.9, 192.0.2.1', headers.authorization)).statusCode, 429);
});

test('without trusted proxies a client is who connects, whatever it says', async (t) => {
  const { app, headers } = await testApp(t, { rateLimits: { failedKeys: 1 } });
  const from = (address: string, authorization: string) =>
    app.inject({ url: '/v1/renders', headers: { authorization, 'x-forwarded-for': address } });
  assert.equal((await from('192.0.2.1', 'Bearer lm_none')).statusCode, 401);
  assert.equal((await from('192.0.2.2', headers.authorization)).statusCode, 429);
});
