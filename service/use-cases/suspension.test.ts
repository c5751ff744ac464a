import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { MAX_AGE } from '../live-cache.ts';
import { relayOutbox } from '../relay.ts';
import { testAdminApp } from '../testing/admin-app.ts';
import { newLogo, SVG, type TestApp, testApp } from '../testing/app.ts';
import { testIssuer } from '../testing/issuer.ts';
import { newBatch, newTenant, queueWithRoom, shares } from '../testing/released.ts';
import { storeOutput } from '../testing/stored-output.ts';
import { transformApp } from '../testing/transforms.ts';

const set = (db: TestApp['db'], tenantId: string, suspendedAt: Date | null) =>
  db.updateTable('tenants').where('id', '=', tenantId).set({ suspended_at: suspendedAt }).execute();

test('keys of a suspended tenant are refused within 5 s on every replica, until it is resumed', async (t) => {
  const clock = { now: 0 };
  const now = () => clock.now;
  const one = await testApp(t, { now });
  const two = await testApp(t, { now, database: one });
  const admin = await testAdminApp(t, one);
  const other = await one.newKey('other');
  const act = (action: string) =>
    admin.app.inject({ method: 'POST', url: `/admin/tenants/${one.tenantId}/${action}`, headers: admin.headers });
  const ask = async (headers: { authorization: string }) =>
    Promise.all(
      [one, two].map(async ({ app }) => {
        const answer = await app.inject({ url: '/v1/renders', headers });
        return [answer.statusCode, answer.json().type];
      }),
    );
  const ok = [200, undefined];
  const refused = [403, 'urn:logomorph:problem:tenant-suspended'];
  assert.deepEqual(await ask(one.headers), [ok, ok]);
  assert.equal((await act('suspend')).statusCode, 200);
  clock.now += MAX_AGE;
  assert.deepEqual(await ask(one.headers), [refused, refused]);
  assert.deepEqual(await ask(other.headers), [ok, ok]);
  // Whoever has only the beginning of a key learns nothing of its tenant.
  const beginning = one.headers.authorization.slice(0, one.headers.authorization.lastIndexOf('_'));
  const wrong = { authorization: `${beginning}_${'0'.repeat(48)}` };
  assert.deepEqual((await ask(wrong))[0]?.[0], 401);
  assert.equal((await act('resume')).statusCode, 200);
  clock.now += MAX_AGE;
  assert.deepEqual(await ask(one.headers), [ok, ok]);
});

test('what a suspended tenant asks for is counted, and refused as too much in the end', async (t) => {
  const { app, db, tenantId, headers } = await testApp(t, { rateLimits: { perTenant: 2 } });
  await set(db, tenantId, new Date());
  const ask = async () => (await app.inject({ url: '/v1/renders', headers })).statusCode;
  assert.deepEqual([await ask(), await ask(), await ask()], [403, 403, 429]);
});

test('tokens of users of a suspended tenant are refused', async (t) => {
  const clock = { now: 0 };
  const issuer = await testIssuer(t);
  const { app, db } = await testApp(t, { oidc: issuer.oidc, now: () => clock.now });
  const headers = await issuer.headers();
  const ask = async () => (await app.inject({ url: '/v1/renders', headers })).statusCode;
  assert.equal(await ask(), 200);
  const { tenant_id: tenantId } = await db.selectFrom('identities').select('tenant_id').executeTakeFirstOrThrow();
  await set(db, tenantId ?? '', new Date());
  clock.now += MAX_AGE;
  assert.equal(await ask(), 403);
  await set(db, tenantId ?? '', null);
  clock.now += MAX_AGE;
  assert.equal(await ask(), 200);
});

test('event streams of a suspended tenant end', async (t) => {
  const api = await testApp(t);
  const { app, headers } = api;
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const payload = { logoId: await newLogo(api), recipe: { type: 'palette' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const stream = await fetch(`${address}/v1/renders/${id}/events`, { headers, signal: AbortSignal.timeout(10_000) });
  assert.equal(stream.status, 200);
  const begun = performance.now();
  await set(api.db, api.tenantId, new Date());
  assert.match(await stream.text(), /^event: queued$/m);
  assert.ok(performance.now() - begun < 5500, 'within 5 s, and what the test itself takes');
});

test('signed addresses of files and uploads of a suspended tenant are refused', async (t) => {
  const api = await testApp(t);
  const { app, headers } = api;
  const { id } = await storeOutput(api, 'a.png', 'image/png', { finished: true });
  const [{ signedUrl }] = (await app.inject({ url: `/v1/renders/${id}`, headers })).json().outputs;
  const sha256 = hash('sha256', Buffer.concat([SVG, Buffer.from(' ')]));
  const payload = { bytes: SVG.length + 1, sha256 };
  const upload = (await app.inject({ method: 'POST', url: '/v1/logos/uploads', headers, payload })).json();
  const get = async () => app.inject({ url: signedUrl });
  const put = async () =>
    app.inject({ method: 'PUT', url: upload.request.url, payload: Buffer.concat([SVG, Buffer.from(' ')]) });
  assert.equal((await get()).statusCode, 200);
  await set(api.db, api.tenantId, new Date());
  for (const answer of [await get(), await put()]) {
    assert.equal(answer.json().type, 'urn:logomorph:problem:tenant-suspended');
    assert.equal(answer.headers['cache-control'], 'no-store');
  }
  await set(api.db, api.tenantId, null);
  assert.equal((await get()).statusCode, 200);
  assert.equal((await put()).statusCode, 204);
});

test('pictures of a suspended tenant are neither shown nor made', async (t) => {
  const { address, get, transforms, product } = await transformApp(t);
  const made = await address({ width: 32 });
  const other = await address({ width: 64 });
  assert.equal((await get(made)).statusCode, 200);
  await set(product.db, product.tenantId, new Date());
  for (const url of [made, other]) {
    const answer = await get(url);
    assert.equal(answer.json().type, 'urn:logomorph:problem:tenant-suspended');
    assert.equal(answer.headers['cache-control'], 'no-store');
  }
  assert.equal((await transforms()).length, 1);
  await set(product.db, product.tenantId, null);
  for (const url of [made, other]) assert.equal((await get(url)).statusCode, 200);
});

test('who waits for a picture is answered when its tenant is suspended', { timeout: 30_000 }, async (t) => {
  const { address, get, worker, transforms, product } = await transformApp(t, { timeBudgets: { transformWait: 3600 } });
  worker.end = undefined;
  const answer = get(await address());
  while ((await transforms()).length === 0) await new Promise(setImmediate);
  await set(product.db, product.tenantId, new Date());
  assert.equal((await answer).json().type, 'urn:logomorph:problem:tenant-suspended');
});

test('renders of a suspended tenant wait, and those of others have their turns', async (t) => {
  const { db } = await testApp(t);
  const suspended = await newTenant(db, 'suspended');
  await newBatch(db, suspended, 10);
  await newBatch(db, await newTenant(db, 'other'), 4);
  await set(db, suspended, new Date());
  const queue = queueWithRoom(3);
  for (let look = 0; look < 4; look += 1) await relayOutbox(db, queue);
  assert.deepEqual(await shares(db, queue.came), { other: 4 });
  await set(db, suspended, null);
  for (let look = 0; look < 4; look += 1) await relayOutbox(db, queue);
  assert.deepEqual(await shares(db, queue.came), { other: 4, suspended: 10 });
});
