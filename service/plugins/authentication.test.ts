import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import Fastify, { type FastifyContextConfig } from 'fastify';
import { MAX_AGE } from '../live-cache.ts';
import { testApp } from '../testing/app.ts';
import { authentication } from './authentication.ts';

test('a program whose route names no scope does not start', async (t) => {
  const { db } = await testDatabase(t);
  const keys = { find: async () => undefined, forget: () => {} };
  const metrics = { rateLimited: { inc: () => {} } };
  const settings = { rateLimits: { perKey: 1, perTenant: 1, renders: 1, signed: 1, failedKeys: 1 } };
  const start = async (config: FastifyContextConfig) => {
    const app = Fastify();
    app.register(async (inner) => {
      await inner.register(authentication, { db, keys, identityProvider: undefined, metrics, config: settings });
      inner.get('/open', { config }, async () => 'ok');
    });
    await app.ready();
  };
  await assert.rejects(start({}), /GET \/open does not say what scope it needs/);
  await start({ scope: 'read' });
});

test('a key may do what its scopes say, and is told which it lacks', async (t) => {
  const { app, newKey } = await testApp(t);
  const id = crypto.randomUUID();
  const needs = [
    ['read', 'GET', '/v1/renders'],
    ['read', 'GET', `/v1/renders/${id}/events`],
    ['read', 'HEAD', `/v1/renders/${id}/outputs/kit.zip`],
    ['render', 'POST', '/v1/renders'],
    ['render', 'PUT', `/v1/logos/sha256/${'0'.repeat(64)}`],
    ['admin', 'GET', '/v1/keys'],
    ['admin', 'POST', `/v1/keys/${id}/rotate`],
  ] as const;
  for (const scope of ['read', 'render', 'admin'] as const) {
    const { headers } = await newKey('other', [scope]);
    for (const [needed, method, url] of needs) {
      const answer = await app.inject({ method, url, headers });
      const what = `${method} ${url} with ${scope}`;
      if (needed === scope) {
        assert.ok(![401, 403].includes(answer.statusCode), what);
        continue;
      }
      assert.equal(answer.statusCode, 403, what);
      assert.equal(answer.headers['www-authenticate'], 'Bearer realm="logomorph", error="insufficient_scope"');
      if (method === 'HEAD') continue;
      assert.equal(answer.json().type, 'urn:logomorph:problem:insufficient-scope');
      assert.equal(answer.json().detail, `The API key or access token lacks the scope ${needed}`);
    }
  }
});

test('the description names the scope of each route that needs a key', async (t) => {
  const { app } = await testApp(t);
  const { paths } = (await app.inject({ url: '/api-docs/json' })).json();
  assert.deepEqual(paths['/v1/renders'].post.security, [{ apiKey: ['render'] }, { accessToken: ['render'] }]);
  assert.deepEqual(paths['/v1/renders/{renderId}/outputs/{name}'].get.security, [
    { apiKey: ['read'] },
    { accessToken: ['read'] },
  ]);
  assert.ok(paths['/v1/keys'].get.responses[403]);
  assert.deepEqual(paths['/health'].get.security, []);
});

test('a revoked or rotated key stops at once here, and within 5 s on another replica', async (t) => {
  const clock = { now: 0 };
  const here = await testApp(t);
  const there = await testApp(t, { database: here, now: () => clock.now });
  const create = async () =>
    (await here.app.inject({ method: 'POST', url: '/v1/keys', headers: here.headers, payload: { name: 'x' } })).json();
  const status = async ({ app }: typeof here, { key }: { key: string }) =>
    (await app.inject({ url: '/v1/renders', headers: { authorization: `Bearer ${key}` } })).statusCode;

  for (const [method, end, payload] of [
    ['DELETE', '', undefined],
    ['POST', '/rotate', { overlapSeconds: 0 }],
  ] as const) {
    const made = await create();
    for (const replica of [here, there]) assert.equal(await status(replica, made), 200);
    const url = `/v1/keys/${made.id}${end}`;
    await here.app.inject({ method, url, headers: here.headers, ...(payload && { payload }) });
    assert.equal(await status(here, made), 401);
    assert.equal(await status(there, made), 200, 'it is still believed there');
    clock.now += MAX_AGE;
    assert.equal(await status(there, made), 401);
    assert.ok(MAX_AGE < 5000);
  }
});

test('a wrong secret does not get in by the prefix of a key that is in use', async (t) => {
  const { app, headers } = await testApp(t);
  const { id } = (await app.inject({ url: '/v1/keys', headers })).json().items[0];
  const guess = `${headers.authorization.slice(0, 'Bearer lm_'.length + 16)}_${'0'.repeat(48)}`;
  const answer = await app.inject({ url: '/v1/keys', headers: { authorization: guess } });
  assert.equal(answer.statusCode, 401);
  assert.equal((await app.inject({ url: '/v1/keys', headers })).json().items[0].id, id);
});
