import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@logomorph/core/sha256.ts';
import { PICTURE, transformApp } from '../testing/transforms.ts';

test('the first request makes the picture, and all others find it', async (t) => {
  const { address, get, transforms, product } = await transformApp(t);
  const url = await address({ width: 32 });
  const first = await get(url);
  assert.deepEqual([first.statusCode, first.rawPayload], [200, PICTURE]);
  const { headers } = first;
  assert.equal(headers['content-type'], 'image/webp');
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(headers.etag, `"${sha256(PICTURE)}"`);
  assert.equal(headers['repr-digest'], `sha-256=:${Buffer.from(sha256(PICTURE), 'hex').toString('base64')}:`);
  assert.equal(headers['content-disposition'], 'inline; filename="logo.webp"');
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(String(headers['content-security-policy']), /sandbox/);

  const again = await get(url, { 'if-none-match': String(headers.etag) });
  assert.deepEqual([again.statusCode, again.headers['cache-control']], [304, headers['cache-control']]);
  const part = await get(url, { range: 'bytes=2-4' });
  assert.deepEqual([part.statusCode, part.body, part.headers['content-range']], [206, 'pic', 'bytes 2-4/9']);
  const head = await get(url, {}, 'HEAD');
  assert.deepEqual([head.statusCode, head.body, head.headers['content-length']], [200, '', '9']);
  const other = await get(url, { 'if-match': '"x"' });
  assert.deepEqual([other.statusCode, other.headers['cache-control']], [412, 'no-store']);
  assert.equal((await transforms()).length, 1);
  assert.match(await product.metrics.registry.metrics(), /jobs_created_total\{type="variant"\} 1/);
});

test('HEAD makes the picture too', async (t) => {
  const { address, get, transforms } = await transformApp(t);
  const { statusCode, headers } = await get(await address(), {}, 'HEAD');
  assert.deepEqual([statusCode, headers['content-length']], [200, '9']);
  assert.equal((await transforms()).length, 1);
});

test('first requests that come at once to two replicas make one render, which is counted once', async (t) => {
  const limits = { rateLimits: { renders: 1 }, quotas: { rendersPerDay: 1 } };
  const { address, product, replica, transforms } = await transformApp(t, limits);
  const other = await replica();
  const url = await address();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? product : other).app.inject({ url })),
  );
  for (const { statusCode, rawPayload } of answers) assert.deepEqual([statusCode, rawPayload], [200, PICTURE]);
  const [render, ...rest] = await transforms();
  assert.deepEqual([render?.run, rest.length], [1, 0]);
  const { items } = (await product.app.inject({ url: '/v1/limits', headers: product.headers })).json();
  const used = (name: string) => items.find((item: { name: string }) => item.name === name).used;
  assert.deepEqual([used('renders'), used('rendersPerDay')], [1, 1]);
  const days = await product.db.selectFrom('usage_days').selectAll().where('recipe_type', '=', 'variant').execute();
  assert.deepEqual(
    days.map(({ succeeded }) => Number(succeeded)),
    [1],
  );
});

test('who waits too long is told to come again, and the render goes on', async (t) => {
  const { address, get, worker, work, transforms } = await transformApp(t, { timeBudgets: { transformWait: 0.05 } });
  const { end } = worker;
  worker.end = undefined;
  const url = await address();
  const early = await get(url);
  assert.equal(early.statusCode, 503);
  assert.equal(early.json().type, 'urn:logomorph:problem:still-rendering');
  assert.deepEqual([early.headers['retry-after'], early.headers['cache-control']], ['5', 'no-store']);
  assert.equal((await get(url)).statusCode, 503);
  worker.end = end;
  await work();
  assert.equal((await get(url)).statusCode, 200);
  assert.equal((await transforms()).length, 1);
});

test('a render goes on when nobody waits for it any more', async (t) => {
  const { address, get, product, worker, work, transforms } = await transformApp(t);
  const { end } = worker;
  worker.end = undefined;
  const url = await address();
  const base = await product.app.listen({ port: 0, host: '127.0.0.1' });
  const gone = new AbortController();
  const answer = fetch(`${base}${url}`, { signal: gone.signal });
  while ((await transforms()).length === 0) await new Promise(setImmediate);
  gone.abort();
  await assert.rejects(answer);
  worker.end = end;
  await work();
  const [render] = await transforms();
  assert.equal(render?.state, 'succeeded');
  assert.equal((await get(url)).statusCode, 200);
});

test('a stopping API still answers who waits, and shortly before its end says to come again', async (t) => {
  const timeBudgets = { serviceReadyOff: 0, serviceDrain: 2.05 };
  const { address, get, product, worker, transforms } = await transformApp(t, { timeBudgets });
  worker.end = undefined;
  const waiting = get(await address());
  while ((await transforms()).length === 0) await new Promise(setImmediate);
  product.drain();
  assert.equal((await waiting).statusCode, 503);
});

test('caches keep a picture no longer than its address holds', async (t) => {
  const { address, get } = await transformApp(t);
  const expiresAt = new Date(Date.now() + 100_000).toISOString();
  const url = await address({}, { expiresAt });
  const [, seconds] =
    /^public, max-age=(\d+), immutable$/.exec(String((await get(url)).headers['cache-control'])) ?? [];
  assert.ok(Number(seconds) > 90 && Number(seconds) <= 100, seconds);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 100_000 });
  const late = await get(url);
  assert.deepEqual([late.statusCode, late.json().type], [403, 'urn:logomorph:problem:address-expired']);
  assert.equal(late.headers['cache-control'], 'no-store');
});

test('an address that was not signed so is refused, whether there is such a logo or not', async (t) => {
  const { address, get, transforms } = await transformApp(t);
  const url = await address({ width: 32 });
  const ending = await address({ width: 32 }, { expiresAt: '2099-01-01T00:00:00Z' });
  const [, wider = ''] = /\/([\w-]+\.webp)/.exec(await address({ width: 64 })) ?? [];
  for (const forged of [
    url.replace(/[\w-]+\.webp/, wider),
    url.replace('.webp', '.png'),
    url.replace(/[0-9a-f-]{36}/, '00000000-0000-7000-8000-000000000000'),
    url.replace(/[0-9a-f-]{36}/, (id) => id.toUpperCase()),
    url.replace(/signature=.*/, 'signature=x'),
    ending.replace(/expires=\d+&/, ''),
    ending.replace('expires=4', 'expires=5'),
    url.replace('?', '?expires=4070908800&'),
  ]) {
    const answer = await get(forged);
    assert.deepEqual([answer.statusCode, answer.json().type], [403, 'urn:logomorph:problem:wrong-signature'], forged);
  }
  for (const [odd, status] of [
    [url.replace(/\?.*/, ''), 422],
    [`${url}&more=1`, 422],
    [url.replace('.webp', ''), 404],
    [url.replace('.webp', '/x.webp'), 404],
    [url.replace(/[0-9a-f-]{36}/, 'x'), 404],
  ] as const) {
    const answer = await get(odd);
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [status, 'no-store'], odd);
    assert.match(String(answer.json().type), /^urn:logomorph:problem:/);
  }
  assert.equal((await transforms()).length, 0);
});
