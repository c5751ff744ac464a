import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { v7 as uuid } from 'uuid';
import { relayOutbox, repeat } from './relay.ts';
import { PAGE, sweepLost } from './sweep.ts';
import { SVG, type TestApp, testApp } from './testing/app.ts';
import { createRender } from './use-cases/new-render.ts';
import { storeLogo } from './use-cases/store-logo.ts';

const AT_ONCE = { queued: 0, running: 0 };

async function newRender(product: TestApp): Promise<string> {
  const { logo } = await storeLogo(product, product.tenantId, SVG);
  return (await createRender(product.db, product.tenantId, { logoId: logo.id, recipe: completeRecipe('kit') })).id;
}

test('what is in the outbox gets into the queue, once, however many relays run', async (t) => {
  const product = await testApp(t);
  const ids = await Promise.all([1, 2, 3].map(() => newRender(product)));
  const moved = await Promise.all([1, 2, 3].map(() => relayOutbox(product.db, product.queue)));
  assert.equal(
    moved.reduce((sum, count) => sum + count),
    3,
  );
  assert.deepEqual(await product.queue.counts(), { waiting: 3, active: 0, delayed: 0 });
  for (const id of ids) assert.ok(await product.queue.holds({ id, run: 1 }));
});

test('while the queue is down the outbox keeps its rows', async (t) => {
  const { db, ...product } = await testApp(t);
  await newRender({ db, ...product });
  const down = { add: () => Promise.reject(new Error('down')) };
  await assert.rejects(relayOutbox(db, down), /down/);
  assert.equal((await db.selectFrom('outbox').selectAll().execute()).length, 1);
  const { enqueued_at } = await db.selectFrom('renders').select('enqueued_at').executeTakeFirstOrThrow();
  assert.equal(enqueued_at, null);
});

test('a process killed between commit and enqueue loses nothing', async (t) => {
  const product = await testApp(t);
  const { logo } = await storeLogo(product, product.tenantId, SVG);
  const script = new URL('./testing/commit-then-die.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, product.url, product.tenantId, logo.id], { stdio: 'inherit' });
  const [, signal] = await once(child, 'exit');
  assert.equal(signal, 'SIGKILL');
  assert.deepEqual(await product.queue.counts(), { waiting: 0, active: 0, delayed: 0 });
  assert.equal(await relayOutbox(product.db, product.queue), 1);
  assert.deepEqual(await product.queue.counts(), { waiting: 1, active: 0, delayed: 0 });
});

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
  assert.deepEqual(await db.selectFrom('outbox').select('render_id').execute(), [{ render_id: lost }]);
  assert.equal((await sweepLost(db, { holds }, AT_ONCE)).lost, 1);
  assert.equal((await sweepLost(db, { holds }, AT_ONCE)).lost, 0, 'what waits in the outbox is not lost');
});

test('a sweep goes on where the last one ended, so that what is lost behind a long queue is found', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const first = await newRender(product);
  await db.deleteFrom('outbox').execute();
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

test('a repeating task goes on after a failure, and stops for good', async () => {
  let runs = 0;
  const { promise: thirdRun, resolve } = Promise.withResolvers<void>();
  const task = repeat(
    async () => {
      runs += 1;
      if (runs === 3) resolve();
      if (runs === 1) throw new Error('the first run fails');
    },
    0.01,
    silent,
    'test',
  );
  await thirdRun;
  await task.stop();
  const after = runs;
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(runs, after);
});
