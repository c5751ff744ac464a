import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testLog } from '@logomorph/core/testing/log.ts';
import { type TestAdminApp, testAdminApp } from '../../testing/admin-app.ts';
import { newLogo, type TestApp, testApp } from '../../testing/app.ts';
import { finishedRender } from '../../testing/webhook-receiver.ts';

const NOBODY = '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11';

type Method = 'GET' | 'POST' | 'PATCH';

const call = ({ app, headers }: TestAdminApp, method: Method, path: string, payload?: object) =>
  app.inject({ method, url: `/admin/tenants${path}`, headers, ...(payload === undefined ? {} : { payload }) });

const actionsOf = async ({ db, tenantId }: Pick<TestApp, 'db' | 'tenantId'>) => {
  const rows = await db
    .selectFrom('audit_pending')
    .select(['action', 'details', 'actor', 'request_id'])
    .where('tenant_id', '=', tenantId)
    .where('target_type', '=', 'tenant')
    .where('action', '<>', 'tenant.created')
    .orderBy('id')
    .execute();
  for (const { actor, request_id } of rows) assert.ok(actor.type === 'operator' && request_id !== null);
  return rows.map(({ action, details }) => [action, details]);
};

test('tenants are listed by page, part of a name and state', async (t) => {
  const api = await testApp(t);
  const admin = await testAdminApp(t, api);
  const other = await api.newKey('Acme GmbH');
  const third = await api.newKey('third');
  await call(admin, 'POST', `/${other.tenantId}/suspend`);
  await api.db.updateTable('tenants').where('id', '=', third.tenantId).set({ erased_at: new Date() }).execute();
  const ids = async (query: string) => {
    const answer = await call(admin, 'GET', query);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json().items.map(({ id }: { id: string }) => id);
  };
  assert.deepEqual(await ids(''), [third.tenantId, other.tenantId, api.tenantId]);
  assert.deepEqual(await ids('?name=acme%20g'), [other.tenantId]);
  assert.deepEqual(await ids('?name=%25'), []);
  assert.deepEqual(await ids('?state=active'), [api.tenantId]);
  assert.deepEqual(await ids('?state=suspended'), [other.tenantId]);
  assert.deepEqual(await ids('?state=erasing'), [third.tenantId]);
  const { nextCursor } = (await call(admin, 'GET', '?limit=2')).json();
  assert.deepEqual(await ids(`?limit=2&cursor=${nextCursor}`), [api.tenantId]);
  assert.deepEqual(await ids(`?limit=2&before=${api.tenantId}`), await ids('?limit=2'));
  assert.equal((await call(admin, 'GET', '?state=gone')).statusCode, 422);
});

test('a tenant is told with what it has, may and uses', async (t) => {
  const api = await testApp(t, { quotas: { rendersPerDay: 10 } });
  const admin = await testAdminApp(t, api);
  await finishedRender(api);
  const payload = { logoId: await newLogo(api), recipe: { type: 'palette' } };
  await api.app.inject({ method: 'POST', url: '/v1/renders', headers: api.headers, payload });
  const answer = await call(admin, 'GET', `/${api.tenantId}`);
  assert.equal(answer.statusCode, 200, answer.body);
  const { createdAt, limits, usage, ...rest } = answer.json();
  assert.deepEqual(rest, {
    ...{ id: api.tenantId, name: 'default', state: 'active', weight: 1, quotas: {} },
    counts: { keys: 1, webhookEndpoints: 0, logos: 1, renders: { queued: 1, succeeded: 1 } },
  });
  assert.ok(createdAt);
  const [perDay, unfinished] = limits;
  assert.deepEqual([perDay.name, perDay.limit, perDay.used, unfinished.used], ['rendersPerDay', 10, 2, 1]);
  const { from, to, ...sums } = usage;
  assert.equal((Date.parse(to) - Date.parse(from)) / 86_400_000, 29);
  const none = { failed: 0, canceled: 0, outputPixels: 0, outputBytes: 0 };
  assert.deepEqual(sums, { ...none, succeeded: 1, logosUploaded: 1 });
  assert.equal((await call(admin, 'GET', `/${NOBODY}`)).statusCode, 404);
});

test('weight and quotas are changed, what is left out stays, and who did it is written down', async (t) => {
  const api = await testApp(t);
  const log = testLog();
  const admin = await testAdminApp(t, api, { logger: log.logger });
  const change = (payload: object) => call(admin, 'PATCH', `/${api.tenantId}`, payload);
  assert.equal((await change({ weight: 3 })).json().weight, 3);
  const { weight, quotas } = (await change({ quotas: { rendersPerDay: 0, storedBytes: null } })).json();
  assert.deepEqual([weight, quotas], [3, { rendersPerDay: 0, storedBytes: null }]);
  const payload = { logoId: await newLogo(api), recipe: { type: 'palette' } };
  const ask = () => api.app.inject({ method: 'POST', url: '/v1/renders', headers: api.headers, payload });
  assert.equal((await ask()).json().type, 'urn:logomorph:problem:quota-exceeded');
  assert.deepEqual((await change({ quotas: {} })).json().quotas, {});
  assert.equal((await ask()).statusCode, 202);

  for (const bad of [{}, { weight: 0 }, { weight: 101 }, { quotas: { renders: 1 } }, { name: 'x' }, { weight: '2' }]) {
    assert.equal((await change(bad)).statusCode, 422, JSON.stringify(bad));
  }
  assert.equal((await call(admin, 'PATCH', `/${NOBODY}`, { weight: 2 })).statusCode, 404);
  assert.equal((await change({ weight: 3, quotas: {} })).statusCode, 200, 'which changes nothing, and is not recorded');
  assert.deepEqual(await actionsOf(api), [
    ['tenant.changed', { weight: 3 }],
    ['tenant.changed', { rendersPerDay: 0, storedBytes: null }],
    ['tenant.changed', {}],
  ]);
  const [first, second] = log.lines('admin change');
  assert.match(String(first?.actor), /^operator_[0-9a-f]{8}$/);
  assert.deepEqual(
    [first?.tenantId, first?.before, first?.after],
    [api.tenantId, { weight: 1, quotas: {} }, { weight: 3, quotas: {} }],
  );
  assert.deepEqual(second?.after, { weight: 3, quotas: { rendersPerDay: 0, storedBytes: null } });
});

test('a change that is sent again comes to the same', async (t) => {
  const api = await testApp(t);
  const admin = await testAdminApp(t, api);
  const change = () => call(admin, 'PATCH', `/${api.tenantId}`, { weight: 3, quotas: { rendersPerDay: 9 } });
  const first = await change();
  assert.equal(first.json().weight, 3);
  const again = await change();
  assert.deepEqual([again.statusCode, again.json()], [200, first.json()]);
});

test('to suspend or resume again changes nothing, and is written down once', async (t) => {
  const api = await testApp(t);
  const log = testLog();
  const admin = await testAdminApp(t, api, { logger: log.logger });
  const act = (action: string) => call(admin, 'POST', `/${api.tenantId}/${action}`);
  const [one, two] = await Promise.all([act('suspend'), act('suspend')]);
  assert.equal(one.json().state, 'suspended');
  assert.deepEqual(one.json(), two.json());
  assert.deepEqual((await act('suspend')).json(), one.json());
  const { suspendedAt, ...rest } = one.json();
  assert.ok(suspendedAt);
  for (const answer of [await act('resume'), await act('resume')]) {
    assert.deepEqual(answer.json(), { ...rest, state: 'active' });
  }
  assert.deepEqual(
    log.lines('admin change').map(({ action }) => action),
    ['tenant suspended', 'tenant resumed'],
  );
  assert.deepEqual(await actionsOf(api), [
    ['tenant.suspended', {}],
    ['tenant.resumed', {}],
  ]);
  for (const action of ['suspend', 'resume']) {
    assert.equal((await call(admin, 'POST', `/${NOBODY}/${action}`)).statusCode, 404);
  }
});

test('a tenant is erased once, when its name is confirmed', async (t) => {
  const api = await testApp(t);
  const log = testLog();
  const admin = await testAdminApp(t, api, { logger: log.logger });
  const erase = (confirm: string, tenantId = api.tenantId) => call(admin, 'POST', `/${tenantId}/erase`, { confirm });
  const refused = await erase('another');
  assert.deepEqual([refused.statusCode, refused.json().errors[0].pointer], [422, '/confirm']);
  assert.equal((await call(admin, 'GET', `/${api.tenantId}/erasure`)).statusCode, 404);
  const answers = await Promise.all([erase('default'), erase('default'), erase('default')]);
  for (const answer of [...answers, await erase('default')]) {
    assert.equal(answer.statusCode, 202, answer.body);
    assert.deepEqual(answer.json(), answers[0]?.json());
  }
  const { id, createdAt, ...rest } = (await call(admin, 'GET', `/${api.tenantId}/erasure`)).json();
  assert.deepEqual(rest, { tenantId: api.tenantId, state: 'pending' });
  assert.ok(id && createdAt);
  assert.equal(log.lines('admin change').length, 1);
  assert.equal((await call(admin, 'GET', `/${api.tenantId}`)).json().state, 'erasing');
  for (const [method, path, payload] of [
    ['PATCH', '', { weight: 2 }],
    ['POST', '/suspend', undefined],
    ['POST', '/resume', undefined],
  ] as const) {
    assert.equal((await call(admin, method, `/${api.tenantId}${path}`, payload)).statusCode, 404, path);
  }
  assert.equal((await erase('x', NOBODY)).statusCode, 404);
});

test('what is done to a tenant is recorded under its id, also when that is in capitals in the address', async (t) => {
  const api = await testApp(t);
  const admin = await testAdminApp(t, api);
  assert.equal((await call(admin, 'POST', `/${api.tenantId.toUpperCase()}/suspend`)).json().state, 'suspended');
  const { target_id } = await api.db
    .selectFrom('audit_pending')
    .select('target_id')
    .where('action', '=', 'tenant.suspended')
    .executeTakeFirstOrThrow();
  assert.equal(target_id, api.tenantId);
});
