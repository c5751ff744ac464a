import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { rowsRead } from '@logomorph/core/testing/rows-read.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { v7 as uuid } from 'uuid';
import { relayOutbox, SPARE } from './relay.ts';
import { PAGE, sweepLost } from './sweep.ts';
import { newLogo, testApp } from './testing/app.ts';
import { manyRenders } from './testing/many-renders.ts';
import { consume, newBatch, newRender } from './testing/released.ts';
import { WAITING } from './turns.ts';

const AT_ONCE = { queued: 0, running: 0 };

test('what the queue has lost is put back, and nothing else', async (t) => {
  const product = await testApp(t);
  const { db, queue } = product;
  const [kept, lost, running, finished] = [
    await newRender(product),
    await newRender(product),
    await newRender(product),
    await newRender(product),
  ];
  await relayOutbox(db, queue);
  await db.updateTable('renders').set({ state: 'running', started_at: new Date() }).where('id', '=', running).execute();
  await db.updateTable('renders').set({ state: 'succeeded' }).where('id', '=', finished).execute();
  const holds = async ({ id }: { id: string }) => id === kept;

  assert.equal((await sweepLost(db, { holds }, { queued: 60, running: 60 })).lost, 0);
  assert.equal((await sweepLost(db, { holds }, { queued: 0, running: 60 })).lost, 1);
  assert.deepEqual(await db.selectFrom('renders').select('id').where(WAITING).execute(), [{ id: lost }]);
  assert.equal((await sweepLost(db, { holds }, AT_ONCE)).lost, 1);
  assert.equal((await sweepLost(db, { holds }, AT_ONCE)).lost, 0, 'what waits in the outbox is not lost');
});

test('a sweep reads what was handed to the queue, and not what waits or is finished', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  const logoId = await newLogo(product);
  for (const state of ['succeeded', 'queued'] as const) await manyRenders(db, { tenantId, logoId, state, count: 3000 });
  await newRender(product);
  await relayOutbox(db, queue);
  const read = await rowsRead(db, 'renders', (tx) => sweepLost(tx, { holds: async () => true }, AT_ONCE));
  assert.ok(read < 50, `${read} rows`);
});

test('a sweep goes on where the last one ended, so that what is lost behind a long queue is found', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const first = await newRender(product);
  const row = await db.selectFrom('renders').selectAll().where('id', '=', first).executeTakeFirstOrThrow();
  const ids = Array.from({ length: PAGE + 1 }, () => uuid());
  const rows = ids.map((id) => ({
    id,
    tenant_id: tenantId,
    logo_id: row.logo_id,
    recipe: JSON.stringify(completeRecipe('kit')),
  }));
  await db
    .insertInto('renders')
    .values(rows.map((render) => ({ ...render, state: 'queued' })))
    .execute();
  await db
    .updateTable('renders')
    .set({ enqueued_at: new Date(Date.now() - 1000) })
    .execute();
  const lost = ids.at(-1);
  const holds = async ({ id }: { id: string }) => id !== lost;
  const one = await sweepLost(db, { holds }, AT_ONCE);
  assert.equal(one.lost, 0);
  assert.deepEqual(await sweepLost(db, { holds }, AT_ONCE, one.next), { lost: 1, next: undefined });
});

test('what the queue loses comes back, and the queue gets no more of it than of the rest', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  const ids = await newBatch(db, tenantId, 20);
  await relayOutbox(db, queue);
  // Jobs that are done though their renders are not are as good as lost.
  const brought: string[] = [];
  let working = true;
  const { promise: paused, resolve } = Promise.withResolvers<void>();
  consume(t, product, async (renderId) => {
    if (!working) await paused;
    brought.push(renderId);
  });
  defer(t, resolve);
  await until(async () => brought.length === SPARE && (await queue.counts()).active === 0);
  working = false;
  await relayOutbox(db, queue);
  assert.equal((await sweepLost(db, queue, AT_ONCE)).lost, SPARE);
  await relayOutbox(db, queue);
  const { waiting, active } = await queue.counts();
  assert.ok(waiting <= active + SPARE, `${waiting} wait and ${active} are at work`);
  working = true;
  resolve();
  await until(async () => {
    await relayOutbox(db, queue);
    return brought.length === ids.length + SPARE;
  });
  assert.deepEqual(brought.toSorted(), [...ids, ...ids.slice(0, SPARE)].toSorted());
});
