import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type TestContext, test } from 'node:test';
import { AUDIT_ACTIONS } from '@logomorph/contract/audit.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { OTHER_SVG, SVG, testApp } from '../testing/app.ts';
import { callWebhooks, newEndpoint } from '../testing/webhook-receiver.ts';
import { TEXT, type World, WRITES } from '../testing/writes.ts';
import { chainEntries } from './chain.ts';

/** Of uploads what is announced and what is completed is recorded; their bytes may go to a bucket, past the service. */
const NOT_RECORDED = ['PUT /uploads/{uploadId}'];

const METHODS = ['post', 'put', 'patch', 'delete'] as const;

test('each write of the API is recorded once, also when it comes again, and without secrets', async (t) => {
  const world = await newWorld(t);
  assert.deepEqual(await writesOf(world), [...Object.keys(WRITES), ...NOT_RECORDED].sort());
  const secrets: string[] = [TEXT, 'example.com', world.headers.authorization.slice(-40)];
  for (const [route, { records, ask }] of Object.entries(WRITES)) {
    const method = METHODS.find((name) => route.startsWith(name.toUpperCase())) ?? 'post';
    const headers = { ...world.headers, 'idempotency-key': route, 'request-id': 'request-1' };
    const request = { method, headers, ...(await ask(world)) };
    const before = (await entriesOf(world)).length;
    const answer = await world.app.inject(request);
    assert.ok(answer.statusCode < 300, `${route}: ${answer.body}`);
    await world.app.inject(request);
    const entries = (await entriesOf(world)).slice(before);
    assert.deepEqual(
      entries.map(({ action }) => action),
      records,
      route,
    );
    for (const { actor, request_id } of entries) {
      assert.deepEqual([actor.type, request_id], ['key', 'request-1'], route);
      assert.ok(world.headers.authorization.startsWith(`Bearer ${actor.prefix}_`), route);
    }
    const { key, secret } = answer.body === '' ? {} : answer.json();
    secrets.push(...[key, secret].filter((value) => value !== undefined));
  }
  assert.equal(secrets.length, 7, 'two keys and two secrets of webhooks were made');
  const text = JSON.stringify(await entriesOf(world));
  for (const secret of secrets) assert.ok(!text.includes(secret), secret);
});

test('a write that fails or changes nothing is not recorded', async (t) => {
  const world = await newWorld(t);
  const { app, headers } = world;
  const nobody = '01a20cde-018d-754f-85d2-7b3f34037503';
  const logo = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  const payload = { logoId: logo.id, recipe: { type: 'kit' } };
  const render = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await app.inject({ method: 'POST', url: `/v1/renders/${render.id}/cancel`, headers });
  const key = (await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'a' } })).json();
  await app.inject({ method: 'DELETE', url: `/v1/keys/${key.id}`, headers });
  const hook = await newEndpoint(world, 'https://example.com/hook');
  await callWebhooks(world, 'PATCH', `/${hook.id}`, { enabled: false });
  const before = (await entriesOf(world)).length;
  assert.equal(before, 9);
  for (const [method, url, body] of [
    ['POST', '/v1/keys', { name: '' }],
    ['DELETE', `/v1/keys/${key.id}`],
    ['DELETE', `/v1/keys/${nobody}`],
    ['POST', '/v1/logos', SVG],
    ['POST', '/v1/logos', OTHER_SVG.subarray(1)],
    ['DELETE', `/v1/logos/${nobody}`],
    ['POST', '/v1/renders', { ...payload, logoId: nobody }],
    ['POST', `/v1/renders/${render.id}/cancel`],
    ['POST', `/v1/renders/${nobody}/cancel`],
    ['PATCH', `/v1/webhooks/${nobody}`, { enabled: false }],
    ['PATCH', `/v1/webhooks/${hook.id}`, { enabled: false, description: null, events: ['*'] }],
    ['PATCH', `/v1/keys/${key.id}`, { name: key.name, requestsPerMinute: null }],
    ['PATCH', `/v1/logos/${logo.id}`, { name: null, metadata: {} }],
    ['PATCH', '/v1/retention', { logoDays: null }],
  ] as const) {
    await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
  }
  assert.equal((await entriesOf(world)).length, before);
});

test('renders that are asked for at once are each recorded once', async (t) => {
  const world = await newWorld(t);
  const { app, headers } = world;
  const logo = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  const payload = { logoId: logo.id, recipe: { type: 'kit' } };
  const ask = async (_: unknown, index: number) => {
    const [answer] = await Promise.all([
      app.inject({ method: 'POST', url: '/v1/renders', headers, payload }),
      index % 5 === 0 ? chainEntries(world.db, world.tenantId) : undefined,
    ]);
    return answer.json().id;
  };
  const ids = await Promise.all(Array.from({ length: 50 }, ask));
  const entries = (await entriesOf(world)).filter(({ action }) => action === 'render.created');
  assert.deepEqual(entries.map(({ target_id }) => target_id).sort(), ids.sort());
});

test('the guide names every action', async () => {
  const guide = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
  const [line = ''] = /^- The actions are .*$/m.exec(guide) ?? [];
  assert.deepEqual(
    [...line.matchAll(/`([^`]+)`/g)].map(([, action]) => action),
    Object.keys(AUDIT_ACTIONS),
  );
});

async function newWorld(t: TestContext): Promise<World> {
  const server = createServer((_, response) => response.end(OTHER_SVG));
  return { ...(await testApp(t)), site: `http://127.0.0.1:${await listen(t, server)}` };
}

/** The writes that the API describes. */
async function writesOf({ app }: World): Promise<string[]> {
  const { paths } = (await app.inject({ url: '/api-docs/json' })).json();
  const writes = Object.entries<object>(paths).flatMap(([path, operations]) =>
    METHODS.filter((method) => method in operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return writes.sort();
}

async function entriesOf({ db, tenantId }: World) {
  await chainEntries(db, tenantId);
  return db.selectFrom('audit_entries').selectAll().where('tenant_id', '=', tenantId).orderBy('seq').execute();
}
