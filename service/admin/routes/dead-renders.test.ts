import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type ProblemName, problem } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { type TestAdminApp, testAdminApp } from '../../testing/admin-app.ts';
import { type TestApp, testApp } from '../../testing/app.ts';
import { finishedRender } from '../../testing/webhook-receiver.ts';

const PATH = '/admin/dead-letters/renders';

const fail = (api: Pick<TestApp, 'app' | 'headers' | 'db'>, name: ProblemName) =>
  finishedRender(api, { type: 'failed', data: problem(name, 'It broke') });

const list = async ({ app, headers }: TestAdminApp, query = '') => {
  const answer = await app.inject({ url: `${PATH}${query}`, headers });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json();
};

const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

const redrive = ({ app, headers }: TestAdminApp, id: string) =>
  app.inject({ method: 'POST', url: `${PATH}/${id}/redrive`, headers });

const redriveMany = async ({ app, headers }: TestAdminApp, payload: object) =>
  (await app.inject({ method: 'POST', url: `${PATH}/redrive`, headers, payload })).json();

const runOf = ({ db }: Pick<TestApp, 'db'>, id: string) =>
  db.selectFrom('renders').select(['state', 'run']).where('id', '=', id).executeTakeFirst();

/** Two tenants that failures of all kinds have come to. */
async function failures(t: TestContext) {
  const api = await testApp(t);
  const other = { ...api, ...(await api.newKey('other')) };
  const internal = await fail(api, 'internal');
  const interrupted = await fail(api, 'render-interrupted');
  const ofOther = await fail(other, 'internal');
  const notOurs = await fail(api, 'empty-logo');
  return { api, other, internal, interrupted, ofOther, notOurs, admin: await testAdminApp(t, api) };
}

test('lists what has failed by a fault of ours, of all tenants, by page and filter', async (t) => {
  const { admin, api, other, internal, interrupted, ofOther } = await failures(t);
  const all = await list(admin);
  assert.deepEqual(idsOf(all), [ofOther, interrupted, internal]);
  const { createdAt, failedAt, requestId, logoId, ...rest } = all.items[2];
  assert.deepEqual(rest, {
    id: internal,
    tenantId: api.tenantId,
    recipeType: 'palette',
    run: 1,
    attempt: 0,
    error: problem('internal', 'It broke'),
  });
  assert.ok(createdAt && failedAt && requestId && logoId);
  const first = await list(admin, '?limit=2');
  assert.deepEqual(idsOf(first), [ofOther, interrupted]);
  const second = await list(admin, `?limit=2&cursor=${first.nextCursor}`);
  assert.deepEqual(second.items, [all.items[2]]);
  assert.deepEqual(await list(admin, `?limit=2&before=${second.previousCursor}`), first);
  assert.deepEqual(idsOf(await list(admin, `?tenantId=${other.tenantId}`)), [ofOther]);
  assert.deepEqual(idsOf(await list(admin, '?reason=render-interrupted')), [interrupted]);
  assert.deepEqual(idsOf(await list(admin, `?createdBefore=${createdAt}`)), []);
  assert.deepEqual(idsOf(await list(admin, `?createdAfter=${createdAt}`)), [ofOther, interrupted]);
  for (const bad of ['?reason=empty-logo', '?state=failed', '?createdAfter=2026-12-31T23:59:60Z']) {
    assert.equal((await admin.app.inject({ url: `${PATH}${bad}`, headers: admin.headers })).statusCode, 422, bad);
  }
});

test('of two redrives at once one makes one run, and it is no dead letter any more', async (t) => {
  const { api, internal } = await failures(t);
  const log = testLog();
  let woken = 0;
  const admins = await Promise.all(
    [1, 2, 3, 4].map(() => testAdminApp(t, api, { logger: log.logger, wakeRelay: () => (woken += 1) })),
  );
  const answers = await Promise.all(admins.map((admin) => redrive(admin, internal)));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 409, 409, 409]);
  for (const answer of answers.filter(({ statusCode }) => statusCode === 409)) {
    assert.equal(answer.json().type, 'urn:logomorph:problem:not-a-dead-letter');
  }
  assert.equal(woken, 1);
  const render = await api.db.selectFrom('renders').selectAll().where('id', '=', internal).executeTakeFirstOrThrow();
  assert.deepEqual([render.state, render.run], ['queued', 2]);
  assert.equal(render.enqueued_at, null);
  const [change, ...more] = log.lines('admin change');
  assert.deepEqual(more, []);
  assert.match(String(change?.actor), /^operator_/);
  assert.deepEqual([change?.action, change?.tenantId, change?.renderId], ['render redriven', api.tenantId, internal]);
  assert.equal(change?.requestId, render.origin?.requestId);
  const [admin] = admins;
  assert.ok(admin !== undefined);
  assert.ok(!idsOf(await list(admin)).includes(internal));
});

test('what is no dead letter is not redriven', async (t) => {
  const { admin, api, notOurs } = await failures(t);
  const succeeded = await finishedRender(api);
  const canceled = await finishedRender(api, { type: 'canceled', data: {} });
  for (const id of [notOurs, succeeded, canceled]) {
    const answer = await redrive(admin, id);
    assert.equal(answer.json().type, 'urn:logomorph:problem:not-a-dead-letter', id);
  }
  const none = await redrive(admin, '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11');
  assert.equal(none.json().type, 'urn:logomorph:problem:not-found');
  assert.deepEqual(await redriveMany(admin, { tenantId: api.tenantId }), { redriven: 2, refused: {} });
});

test('a tenant that is being erased has no dead letters, also one that begins to be while they are redriven', async (t) => {
  const { admin, api, other, ofOther, internal } = await failures(t);
  const erase = (db: Database, tenantId: string) =>
    db.updateTable('tenants').where('id', '=', tenantId).set({ erased_at: new Date() }).execute();
  await erase(api.db, other.tenantId);
  assert.ok(!idsOf(await list(admin)).includes(ofOther));
  assert.equal((await redrive(admin, ofOther)).statusCode, 404);
  assert.deepEqual(await redriveMany(admin, { tenantId: other.tenantId }), { redriven: 0, refused: {} });

  const underWay = await api.db.transaction().execute(async (tx) => {
    await erase(tx, api.tenantId);
    const answer = redrive(admin, internal);
    // It has seen the render, and waits for this transaction.
    await until(async () => {
      const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await waiting.execute(api.db)).rows.length > 0;
    });
    return { answer };
  });
  assert.equal((await underWay.answer).json().type, 'urn:logomorph:problem:not-found');
  assert.deepEqual(await runOf(api, internal), { state: 'failed', run: 1 });
});

test('many are redriven by filter, up to a bound, and those that may not be are counted', async (t) => {
  const { admin, api, internal, interrupted, ofOther, other } = await failures(t);
  await api.db
    .updateTable('tenants')
    .where('id', '=', other.tenantId)
    .set({ quotas: JSON.stringify({ rendersPerDay: 1 }) })
    .execute();
  const first = await redriveMany(admin, { limit: 1 });
  assert.deepEqual(first, { redriven: 1, refused: {}, nextCursor: internal });
  assert.deepEqual(await redriveMany(admin, { cursor: first.nextCursor }), {
    redriven: 1,
    refused: { 'quota-exceeded': 1 },
  });
  assert.deepEqual(idsOf(await list(admin)), [ofOther]);
  const runs = await api.db.selectFrom('renders').select(['id', 'run']).where('run', '>', 1).orderBy('id').execute();
  assert.deepEqual(runs, [
    { id: internal, run: 2 },
    { id: interrupted, run: 2 },
  ]);
  const { body } = await api.app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_redriven_total\{kind="render"\} 2\n/);
  for (const payload of [{ limit: 501 }, { limit: 0 }, { state: 'failed' }, { reason: 'empty-logo' }]) {
    const answer = await admin.app.inject({ method: 'POST', url: `${PATH}/redrive`, headers: admin.headers, payload });
    assert.equal(answer.statusCode, 422, JSON.stringify(payload));
  }
});

test('redrives of many at once make one run of each', async (t) => {
  const { api } = await failures(t);
  const admins = await Promise.all([1, 2, 3].map(() => testAdminApp(t, api)));
  const answers = await Promise.all(admins.map((admin) => redriveMany(admin, {})));
  assert.equal(
    answers.reduce((sum, { redriven }) => sum + redriven, 0),
    3,
  );
  const runs = await api.db.selectFrom('renders').select('run').where('run', '>', 1).execute();
  assert.deepEqual(runs, [{ run: 2 }, { run: 2 }, { run: 2 }]);
});

test('a render of a batch is made again, and the batch with it', async (t) => {
  const { admin, api, internal } = await failures(t);
  const batch = await finishedRender(api);
  await api.db.updateTable('renders').set({ logo_id: null }).where('id', '=', batch).execute();
  await api.db.updateTable('renders').set({ parent_id: batch }).where('id', '=', internal).execute();
  await api.db.transaction().execute((tx) => settleBatch(tx, batch));
  assert.equal((await redrive(admin, internal)).statusCode, 204);
  assert.equal((await runOf(api, batch))?.state, 'queued');
});
