import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testLog } from '@logomorph/core/testing/log.ts';
import { BARE_SECURITY_HEADERS } from '../plugins/security-headers.ts';
import type { App } from '../routes/types.ts';
import { ADMIN_TOKENS, testAdminApp } from '../testing/admin-app.ts';
import { testApp } from '../testing/app.ts';
import { MAX_FAILURES } from './authentication.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every route of the admin surface, with ids for parameters. */
function routesOf(app: App) {
  const paths = Object.entries(app.swagger().paths ?? {});
  return [
    { method: 'get' as const, url: '/admin/openapi.json' },
    ...paths.flatMap(([path, operations]) =>
      METHODS.filter((method) => method in Object(operations)).map((method) => ({
        method,
        url: path.replaceAll(/\{\w+\}/g, '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11'),
      })),
    ),
  ];
}

test('nothing of it is on the port of the API, nor of the API on its', async (t) => {
  const api = await testApp(t);
  const admin = await testAdminApp(t, api);
  const routes = routesOf(admin.app);
  assert.ok(routes.length > 1);
  for (const { method, url } of routes) {
    for (const headers of [api.headers, admin.headers, {}]) {
      const answer = await api.app.inject({ method, url, headers });
      assert.equal(answer.statusCode, 404, `${method} ${url}`);
    }
  }
  for (const url of ['/health', '/metrics', '/v1/renders', '/api-docs/json']) {
    assert.equal((await admin.app.inject({ url, headers: admin.headers })).statusCode, 404, url);
  }
});

test('lets in by the tokens of operators alone, wherever is asked, and says who it was', async (t) => {
  const api = await testApp(t);
  const log = testLog();
  const { app } = await testAdminApp(t, api, { logger: log.logger });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  for (const { method, url } of [...routesOf(app), { method: 'get' as const, url: '/none' }]) {
    const answer = await app.inject({ method, url });
    assert.equal(answer.statusCode, 401, `${method} ${url}`);
    assert.equal(answer.json().type, 'urn:logomorph:problem:unauthorized');
    for (const [name, value] of Object.entries(BARE_SECURITY_HEADERS)) assert.equal(answer.headers[name], value, url);
    assert.ok(answer.headers['request-id'] && answer.headers['www-authenticate'], url);
  }
  const [first, second] = ADMIN_TOKENS;
  for (const bad of [`${first}x`, first.slice(0, -1), 'x', `${first},${second}`]) {
    assert.equal((await app.inject({ url: '/admin/queues', headers: as(bad) })).statusCode, 401, bad);
  }
  assert.equal((await app.inject({ url: '/admin/queues', headers: api.headers })).statusCode, 401);
  for (const token of ADMIN_TOKENS) {
    assert.equal((await app.inject({ url: '/admin/queues', headers: as(token) })).statusCode, 200);
    assert.equal((await app.inject({ url: '/none', headers: as(token) })).statusCode, 404);
    assert.equal((await app.inject({ method: 'PUT', url: '/admin/queues', headers: as(token) })).statusCode, 405);
  }
  const actors = log.lines('admin request').flatMap(({ status, actor }) => (status === 200 ? [actor] : []));
  assert.equal(new Set(actors).size, 2);
  for (const actor of actors) assert.match(String(actor), /^operator_[0-9a-f]{8}$/);
  assert.equal(log.lines('a token of no operator was sent').length, 5);
  for (const token of ADMIN_TOKENS) assert.ok(!log.text().includes(token));
});

test('who sends tokens that are none is not heard for a while, also with one that is right', async (t) => {
  const clock = { now: 0 };
  const admin = await testAdminApp(t, await testApp(t), { now: () => clock.now });
  const ask = async (headers = {}, remoteAddress = '192.0.2.1') =>
    (await admin.app.inject({ url: '/admin/queues', headers, remoteAddress })).statusCode;
  for (let failure = 0; failure < MAX_FAILURES; failure += 1) {
    assert.equal(await ask({ authorization: 'Bearer wrong', 'x-forwarded-for': `192.0.2.${failure}` }), 401);
  }
  assert.equal(await ask(admin.headers), 429);
  assert.equal(await ask(admin.headers, '192.0.2.2'), 200);
  clock.now = 60_000;
  assert.equal(await ask(admin.headers), 200);
});
