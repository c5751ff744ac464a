import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { chainEntries } from './audit/chain.ts';
import { deleteOutdated } from './retention.ts';
import { newLogo, OTHER_SVG, objectsIn, type TestApp, testApp } from './testing/app.ts';
import { beginErasing } from './testing/erasing.ts';
import { addOutput } from './testing/stored-output.ts';
import { holdLogos } from './use-cases/logos.ts';
import { beginAgain } from './use-cases/retry-render.ts';

async function keeping(t: TestContext, retention: object): Promise<TestApp> {
  const product = await testApp(t);
  await keep(product, retention);
  return product;
}

async function keep({ app, headers }: TestApp, payload: object): Promise<void> {
  const answer = await app.inject({ method: 'PATCH', url: '/v1/retention', headers, payload });
  assert.equal(answer.statusCode, 200, answer.body);
}

async function create({ app, headers }: TestApp, body: object): Promise<string> {
  const payload = { ...body, recipe: { type: 'palette' } };
  return (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json().id;
}

const finish = ({ db }: TestApp, id: string) =>
  db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 1 } }));

/** Makes it as if a render, with its batch or its children, had been asked for and finished so many seconds earlier. */
async function age({ db }: TestApp, id: string, seconds: number): Promise<void> {
  const earlier = sql`make_interval(secs => ${seconds})`;
  await sql`update renders set created_at = created_at - ${earlier}, finished_at = finished_at - ${earlier}
    where id = ${id} or parent_id = ${id}`.execute(db);
}

async function ageLogo({ db }: TestApp, id: string, seconds: number): Promise<void> {
  const earlier = sql`make_interval(secs => ${seconds})`;
  await sql`update logos set created_at = created_at - ${earlier}, used_at = used_at - ${earlier}
    where id = ${id}`.execute(db);
}

const idsOf = async ({ db }: TestApp, table: 'renders' | 'logos') =>
  (await db.selectFrom(table).select('id').execute()).map(({ id }) => id).sort();

const sweep = (product: TestApp) => deleteOutdated(product);

const DAY = 86_400;

test('all that is due goes at once, by pages of each tenant', async (t) => {
  const product = await keeping(t, { renderDays: 7 });
  const logoId = await newLogo(product);
  for (let n = 0; n < 5; n += 1) {
    const id = await create(product, { logoId });
    await finish(product, id);
    await age(product, id, 8 * DAY);
  }
  const young = await create(product, { logoId });
  await finish(product, young);
  await deleteOutdated({ ...product, page: 2 });
  assert.deepEqual(await idsOf(product, 'renders'), [young]);
});

test('a render goes with its files N days after it has finished, and not a minute earlier', async (t) => {
  const product = await keeping(t, { renderDays: 7 });
  const { app, db, store, headers } = product;
  const logoId = await newLogo(product);
  const [old, young] = [await create(product, { logoId }), await create(product, { logoId })];
  for (const id of [old, young]) {
    await addOutput(product, id, { name: 'palette.json', mediaType: 'application/json', bytes: Buffer.from('{}') });
    await finish(product, id);
  }
  await age(product, old, 7 * DAY);
  await age(product, young, 7 * DAY - 60);
  const today = `/v1/usage?from=${new Date().toISOString().slice(0, 10)}&to=${new Date().toISOString().slice(0, 10)}`;
  const before = (await app.inject({ url: today, headers })).json();
  await sweep(product);

  assert.deepEqual(await idsOf(product, 'renders'), [young]);
  await removeDiscarded(db, store, -1);
  assert.equal((await objectsIn(product)).filter((key) => key.includes('palette.json')).length, 1);
  const after = (await app.inject({ url: today, headers })).json();
  assert.deepEqual(after.days, before.days, 'usage stays');
  assert.equal(before.stored.outputBytes - after.stored.outputBytes, 2, 'what is stored does not');
  assert.deepEqual(await deletions(product), [['render.deleted', 'system', old]]);
  assert.match(await product.metrics.registry.metrics(), /logomorph_retention_deleted_total\{kind="render"\} 1\n/);

  await age(product, young, 60);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'renders'), []);
});

test('what has not finished stays, however old, and so does a batch of which one has not', async (t) => {
  const product = await keeping(t, { renderDays: 1 });
  const { app, headers, db } = product;
  const logoIds = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const single = await create(product, { logoId: logoIds[0] });
  const [half, done] = [await create(product, { logoIds }), await create(product, { logoIds })];
  const children = await db.selectFrom('renders').select('id').where('parent_id', '=', half).execute();
  await finish(product, String(children[0]?.id));
  await app.inject({ method: 'POST', url: `/v1/renders/${done}/cancel`, headers });
  for (const id of [single, half, done]) await age(product, id, 10 * DAY);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'renders'), [single, half, ...children.map(({ id }) => id)].sort());
  assert.match(await product.metrics.registry.metrics(), /logomorph_retention_deleted_total\{kind="render"\} 2\n/);
});

test('a render that is asked for again meanwhile stays', async (t) => {
  const product = await keeping(t, { renderDays: 1 });
  const { app, db, headers } = product;
  const logoId = await newLogo(product);
  const id = await create(product, { logoId });
  await app.inject({ method: 'POST', url: `/v1/renders/${id}/cancel`, headers });
  await age(product, id, 2 * DAY);
  let sweeping = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('logos').select('id').where('id', '=', logoId).forNoKeyUpdate().execute();
    sweeping = sweep(product);
    // It has found the render, and waits for its logo.
    await untilWaiting(db, 1);
    await beginAgain(tx, id, null);
  });
  await sweeping;
  const left = await db.selectFrom('renders').select('state').where('id', '=', id).executeTakeFirst();
  assert.equal(left?.state, 'queued');
});

test('two replicas at once delete each thing once', async (t) => {
  const product = await keeping(t, { renderDays: 1, logoDays: 1 });
  const logos = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const ids: string[] = [];
  for (let count = 0; count < 10; count += 1) {
    const id = await create(product, count % 2 === 0 ? { logoIds: logos } : { logoId: logos[0] });
    await product.app.inject({ method: 'POST', url: `/v1/renders/${id}/cancel`, headers: product.headers });
    await age(product, id, 2 * DAY);
    ids.push(id);
  }
  for (const id of logos) await ageLogo(product, id, 2 * DAY);
  await Promise.all([sweep(product), sweep(product), sweep(product)]);
  await sweep(product);
  assert.deepEqual([await idsOf(product, 'renders'), await idsOf(product, 'logos')], [[], []]);
  const targets = (await deletions(product)).map(([, , target]) => target);
  assert.deepEqual(targets.sort(), [...ids, ...logos].sort());
  assert.match(await product.metrics.registry.metrics(), /logomorph_retention_deleted_total\{kind="render"\} 15\n/);
});

test('a logo goes N days after it was sent and a render of it was finished, whichever is later', async (t) => {
  const product = await keeping(t, { logoDays: 7 });
  const { app, db, store, headers } = product;
  const logoId = await newLogo(product);
  await ageLogo(product, logoId, 7 * DAY - 60);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), [logoId], 'not before its time');

  await ageLogo(product, logoId, 30 * DAY);
  assert.equal(await newLogo(product), logoId);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), [logoId], 'it was sent again');

  await ageLogo(product, logoId, 30 * DAY);
  const render = await create(product, { logoId });
  await age(product, render, 30 * DAY);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), [logoId], 'a render of it is not finished');

  await finish(product, render);
  await age(product, render, 7 * DAY - 60);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), [logoId], 'one was finished since');

  await app.inject({ method: 'DELETE', url: `/v1/renders/${render}`, headers });
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), [logoId], 'so it was, though the render is gone');

  await ageLogo(product, logoId, 120);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'logos'), []);
  await removeDiscarded(db, store, -1);
  assert.deepEqual(await objectsIn(product), []);
  assert.deepEqual((await deletions(product)).at(-1), ['logo.deleted', 'system', logoId]);
});

test('a logo that a render is being created of is passed over, and not waited for', async (t) => {
  const product = await keeping(t, { logoDays: 1 });
  const logoId = await newLogo(product);
  await ageLogo(product, logoId, 2 * DAY);
  await product.db.transaction().execute(async (tx) => {
    await holdLogos(tx, product.tenantId, [logoId]);
    await sweep(product);
  });
  assert.deepEqual(await idsOf(product, 'logos'), [logoId]);
});

test('a logo that is rendered at this moment stays, or its render finds it gone', async (t) => {
  const product = await keeping(t, { logoDays: 1 });
  const { app, headers } = product;
  for (let round = 0; round < 10; round += 1) {
    const logoId = await newLogo(product);
    await ageLogo(product, logoId, 2 * DAY);
    const payload = { logoId, recipe: { type: 'palette' } };
    const [answer] = await Promise.all([
      app.inject({ method: 'POST', url: '/v1/renders', headers, payload }),
      sweep(product),
    ]);
    const there = (await idsOf(product, 'logos')).includes(logoId);
    assert.equal(answer.statusCode, there ? 202 : 404);
    if (there) await app.inject({ method: 'POST', url: `/v1/renders/${answer.json().id}/cancel`, headers });
  }
});

test('tenants that keep all, or are being erased, are left alone; a suspended one is not', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const names = ['keeps', 'erased', 'suspended'] as const;
  const made = new Map<string, string>();
  for (const name of names) {
    const tenant = { ...product, ...(await product.newKey(name)) };
    const id = await create(tenant, { logoId: await newLogo(tenant) });
    await finish(tenant, id);
    await age(tenant, id, 20 * DAY);
    if (name !== 'keeps') await keep(tenant, { renderDays: 1, logoDays: null });
    if (name === 'erased') await beginErasing(db, tenant.tenantId);
    if (name === 'suspended') {
      await db.updateTable('tenants').set({ suspended_at: sql`now()` }).where('id', '=', tenant.tenantId).execute();
    }
    made.set(name, id);
  }
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'renders'), [String(made.get('keeps')), String(made.get('erased'))].sort());
});

/** What was deleted, as the audit log has it. */
async function deletions({ db, tenantId }: TestApp): Promise<(string | null)[][]> {
  await chainEntries(db, tenantId);
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('action', 'in', ['render.deleted', 'logo.deleted'])
    .orderBy('seq')
    .execute();
  return rows.filter(({ actor }) => actor.type === 'system').map((row) => [row.action, row.actor.type, row.target_id]);
}

test('what cannot be deleted is counted and told, and keeps nothing else from being deleted', async (t) => {
  const log = testLog();
  const product = { ...(await keeping(t, { renderDays: 1, logoDays: 1 })), logger: log.logger };
  const { db } = product;
  const other = { ...product, ...(await product.newKey('other')) };
  await keep(other, { renderDays: 1 });
  const logoId = await newLogo(product);
  const [stuck, fine] = [await create(product, { logoId }), await create(product, { logoId })];
  const theirs = await create(other, { logoId: await newLogo(other) });
  for (const id of [stuck, fine, theirs]) {
    await finish(product, id);
    await age(product, id, 2 * 86_400);
  }
  const unused = await newLogo(product, OTHER_SVG);
  await ageLogo(product, unused, 2 * 86_400);
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'it stays'; end $$`.execute(db);
  await sql`create trigger refused before delete on renders for each row when (old.id = ${sql.lit(stuck)}) execute function
    refuse()`.execute(db);

  await sweep(product);
  assert.deepEqual(await idsOf(product, 'renders'), [stuck]);
  assert.ok(!(await idsOf(product, 'logos')).includes(unused));
  const metrics = await product.metrics.registry.metrics();
  assert.match(metrics, /^logomorph_retention_failed_total\{kind="render"\} 1$/m);
  const [line, ...more] = log.lines('retention failed for some of what is due; it will be tried again');
  assert.deepEqual([line?.tenantId, line?.kind, line?.count, more.length], [product.tenantId, 'render', 1, 0]);

  await sql`drop trigger refused on renders`.execute(db);
  await sweep(product);
  assert.deepEqual(await idsOf(product, 'renders'), []);
});
