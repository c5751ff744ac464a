import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testLog } from '@logomorph/core/testing/log.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { type TestAdminApp, testAdminApp } from '../../testing/admin-app.ts';
import { testApp } from '../../testing/app.ts';
import {
  callWebhooks,
  deliveriesOf,
  dispatching,
  finishedRender,
  newEndpoint,
  receiveWebhooks,
} from '../../testing/webhook-receiver.ts';
import { fanOut } from '../../webhooks/fan-out.ts';

const PATH = '/admin/dead-letters/webhook-deliveries';

const list = async ({ app, headers }: TestAdminApp, query = '') =>
  (await app.inject({ url: `${PATH}${query}`, headers })).json();

const redrive = ({ app, headers }: TestAdminApp, id: string) =>
  app.inject({ method: 'POST', url: `${PATH}/${id}/redrive`, headers });

/** A tenant whose deliveries, of which there are as many, were all given up. */
async function givenUp(t: TestContext, count = 1) {
  const api = await testApp(t);
  const { url, received } = await receiveWebhooks(t);
  const endpoint = await newEndpoint(api, url);
  for (let one = 0; one < count; one += 1) await finishedRender(api);
  await fanOut(api.db);
  await api.db.updateTable('webhook_deliveries').set({ state: 'failed', due_at: null }).execute();
  const ids: string[] = (await deliveriesOf(api, endpoint.id)).map(({ id }: { id: string }) => id);
  return { api, endpoint, received, ids, admin: await testAdminApp(t, api) };
}

test('lists deliveries that were given up, by page and filter', async (t) => {
  const { api, admin, endpoint, ids } = await givenUp(t, 3);
  const first = await list(admin, '?limit=2');
  const second = await list(admin, `?limit=2&cursor=${first.nextCursor}&tenantId=${api.tenantId}`);
  const items = [...first.items, ...second.items];
  assert.deepEqual(
    items.map(({ id }) => id),
    ids,
  );
  assert.equal(second.nextCursor, undefined);
  assert.deepEqual(await list(admin, `?limit=2&before=${second.previousCursor}`), first);
  const { eventId, createdAt, ...rest } = items[0];
  const expected = { type: 'render.succeeded', endpointEnabled: true };
  assert.deepEqual(rest, { id: ids[0], tenantId: api.tenantId, endpointId: endpoint.id, ...expected });
  assert.ok(eventId && createdAt);
  const { tenantId } = await api.newKey('other');
  assert.deepEqual(await list(admin, `?tenantId=${tenantId}`), { items: [] });
  assert.deepEqual(await list(admin, `?endpointId=${tenantId}`), { items: [] });
  await api.db.updateTable('tenants').set({ erased_at: new Date() }).where('id', '=', api.tenantId).execute();
  assert.deepEqual(await list(admin), { items: [] });
});

test('of two redrives at once one sends it again, and its tenant is told of it', async (t) => {
  const { api, received, ids } = await givenUp(t);
  const [id = ''] = ids;
  const log = testLog();
  const admins = await Promise.all([1, 2, 3].map(() => testAdminApp(t, api, { logger: log.logger })));
  const answers = await Promise.all(admins.map((admin) => redrive(admin, id)));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 409, 409]);
  const dispatcher = dispatching(t, api);
  dispatcher.wake();
  await until(() => received.length > 0);
  await until(
    async () =>
      (await api.db.selectFrom('webhook_deliveries').select('state').executeTakeFirst())?.state === 'succeeded',
  );
  assert.equal(received.length, 1);
  const [admin] = admins;
  assert.ok(admin !== undefined);
  assert.equal((await redrive(admin, id)).json().type, 'urn:logomorph:problem:not-a-dead-letter');
  assert.equal((await redrive(admin, '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11')).statusCode, 404);
  assert.deepEqual(await list(admin), { items: [] });
  const entries = await api.db
    .selectFrom('audit_pending')
    .select(['tenant_id', 'actor', 'target_id'])
    .where('action', '=', 'webhook-delivery.replayed')
    .execute();
  assert.deepEqual(entries, [{ tenant_id: api.tenantId, actor: { type: 'operator' }, target_id: id }]);
  assert.equal(log.lines('admin change').length, 1);
});

test('many are sent again, and those to endpoints that are disabled are counted and stay', async (t) => {
  const { api, admin, endpoint, ids } = await givenUp(t, 2);
  const send = async (payload: object) =>
    (await admin.app.inject({ method: 'POST', url: `${PATH}/redrive`, headers: admin.headers, payload })).json();
  await callWebhooks(api, 'PATCH', `/${endpoint.id}`, { enabled: false });
  const [newest = '', oldest = ''] = ids;
  assert.equal((await redrive(admin, newest)).json().type, 'urn:logomorph:problem:webhook-disabled');
  assert.deepEqual(await send({}), { redriven: 0, refused: { 'webhook-disabled': 2 } });
  assert.equal((await list(admin)).items[0].endpointEnabled, false);
  await callWebhooks(api, 'PATCH', `/${endpoint.id}`, { enabled: true });
  assert.deepEqual(await send({ limit: 1, endpointId: endpoint.id }), {
    redriven: 1,
    refused: {},
    nextCursor: oldest,
  });
  assert.deepEqual(
    (await deliveriesOf(api, endpoint.id)).map(({ state }: { state: string }) => state),
    ['failed', 'pending'],
  );
  assert.deepEqual(await send({ cursor: oldest }), { redriven: 1, refused: {} });
});

test('a delivery of a tenant that is being erased is not sent again', async (t) => {
  const { api, admin, ids } = await givenUp(t);
  await api.db.updateTable('tenants').set({ erased_at: new Date() }).where('id', '=', api.tenantId).execute();
  assert.equal((await redrive(admin, ids[0] ?? '')).statusCode, 404);
  const { state } = await api.db.selectFrom('webhook_deliveries').select('state').executeTakeFirstOrThrow();
  assert.equal(state, 'failed');
});

test('endpoints that were disabled by us are listed, and those that tenants disabled are not', async (t) => {
  const { api, admin, endpoint } = await givenUp(t);
  const disabled = async () =>
    (await admin.app.inject({ url: '/admin/dead-letters/webhook-endpoints', headers: admin.headers })).json().items;
  await callWebhooks(api, 'PATCH', `/${endpoint.id}`, { enabled: false });
  assert.deepEqual(await disabled(), []);
  await api.db.updateTable('webhook_endpoints').set({ disabled_reason: 'gone' }).execute();
  const [one, ...more] = await disabled();
  assert.deepEqual(more, []);
  assert.deepEqual([one.id, one.tenantId, one.disabledReason], [endpoint.id, api.tenantId, 'gone']);
});
