import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { byOperator } from '@logomorph/core/audit.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { listenForRenders } from '@logomorph/core/render-signals.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { relayOutbox, SPARE, startRelay } from './relay.ts';
import { connectRelayDatabase } from './relay-database.ts';
import { SVG, testApp } from './testing/app.ts';
import { consume, newBatch, newRender, queueWithRoom } from './testing/released.ts';
import { WAITING } from './turns.ts';
import { cancelRender } from './use-cases/cancel-render.ts';
import { storeLogo } from './use-cases/store-logo.ts';

test('what is in the outbox gets into the queue, once, however many relays run', async (t) => {
  const product = await testApp(t);
  const ids = await Promise.all([1, 2, 3].map(() => newRender(product)));
  const looks = await Promise.all([1, 2, 3].map(() => relayOutbox(product.db, product.queue)));
  assert.equal(
    looks.reduce((sum, { released }) => sum + released, 0),
    3,
  );
  assert.deepEqual(await product.queue.counts(), { waiting: 3, active: 0, delayed: 0 });
  for (const id of ids) assert.ok(await product.queue.holds({ id, run: 1 }));
  assert.deepEqual(await product.db.selectFrom('renders').select('id').where(WAITING).execute(), []);
});

test('the database tells when a render was handed over, also where the clock is an hour fast', async (t) => {
  const product = await testApp(t);
  await newRender(product);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 });
  await relayOutbox(product.db, queueWithRoom(1));
  t.mock.timers.reset();
  const { ago } = await product.db
    .selectFrom('renders')
    .select(sql<number>`extract(epoch from now() - enqueued_at)::float8`.as('ago'))
    .executeTakeFirstOrThrow();
  assert.ok(ago > -1 && ago < 60, `${ago} s ago`);
});

test('while the queue is down the outbox keeps its rows', async (t) => {
  const { db, ...product } = await testApp(t);
  await newRender({ db, ...product });
  const down = { ...queueWithRoom(1), add: () => Promise.reject(new Error('down')) };
  await assert.rejects(relayOutbox(db, down), /down/);
  assert.equal((await db.selectFrom('renders').select('id').where(WAITING).execute()).length, 1);
  const { enqueued_at } = await db.selectFrom('renders').select('enqueued_at').executeTakeFirstOrThrow();
  assert.equal(enqueued_at, null);
});

test('a process killed between commit and enqueue loses nothing', async (t) => {
  const product = await testApp(t);
  const { logo } = await storeLogo(product, byOperator(product.tenantId), SVG);
  const script = new URL('./testing/commit-then-die.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, product.url, product.tenantId, logo.id], { stdio: 'inherit' });
  const [, signal] = await once(child, 'exit');
  assert.equal(signal, 'SIGKILL');
  assert.deepEqual(await product.queue.counts(), { waiting: 0, active: 0, delayed: 0 });
  assert.deepEqual(await relayOutbox(product.db, product.queue), { released: 1, left: false });
  assert.deepEqual(await product.queue.counts(), { waiting: 1, active: 0, delayed: 0 });
});

test('however many workers there are, one tenant gives all of them work', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  await newBatch(db, tenantId, 50);
  await relayOutbox(db, queue);
  const { promise: end, resolve } = Promise.withResolvers<void>();
  let atWork = 0;
  for (let worker = 0; worker < 2 * SPARE; worker += 1) {
    consume(t, product, async () => {
      atWork += 1;
      await relayOutbox(db, queue);
      await end;
    });
  }
  defer(t, resolve);
  await until(() => atWork === 2 * SPARE);
  await relayOutbox(db, queue);
  assert.deepEqual(await queue.counts(), { waiting: 3 * SPARE, active: 2 * SPARE, delayed: 0 });
});

test('replicas that look at once give the queue no more than one would', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  await newBatch(db, tenantId, 50);
  const looks = await Promise.all([1, 2, 3, 4].map(() => relayOutbox(db, queue)));
  assert.deepEqual(looks.map(({ released }) => released).sort(), [0, 0, 0, SPARE]);
  assert.ok(looks.every(({ left }) => left));
  assert.equal((await queue.counts()).waiting, SPARE);
});

test('replicas count what the queue has and add to it one at a time', async (t) => {
  const { db, tenantId } = await testApp(t);
  await newBatch(db, tenantId, 50);
  const queue = queueWithRoom(2);
  let looking = 0;
  const look = () =>
    relayOutbox(db, {
      counts: async () => {
        looking += 1;
        await sleep(20);
        assert.equal(looking, 1);
        return queue.counts();
      },
      add: async (renders) => {
        await queue.add(renders);
        looking -= 1;
      },
    });
  await Promise.all([look(), look(), look()]);
  assert.equal(new Set(queue.came).size, 6);
});

test('what there was no room for is released when something happens to a render', async (t) => {
  const product = await testApp(t);
  const { db, queue, url, tenantId } = product;
  const ids = await newBatch(db, tenantId, 3 * SPARE);
  const relayDb = connectRelayDatabase(url, silent);
  const looks = t.mock.method(queue, 'counts').mock;
  const relay = startRelay(relayDb, queue, 3600, silent);
  defer(t, async () => {
    await relay.stop();
    await relayDb.destroy();
  });
  let named = 0;
  const signals = listenForRenders(url, silent, (renderId) => {
    named += 1;
    relay.onRenderEvent(renderId);
  });
  defer(t, () => signals.close());
  await until(async () => {
    await sql`select pg_notify('render_events', '')`.execute(db);
    return named > 0;
  });
  const made: string[] = [];
  consume(t, product, async (renderId) => {
    await db.transaction().execute((tx) => finishRender(tx, renderId, { type: 'succeeded', data: { outputs: 0 } }));
    made.push(renderId);
  });
  await until(() => made.length === ids.length);
  assert.deepEqual(made, ids);
  assert.ok(looks.callCount() <= 6, `several are released at a time: ${looks.callCount()} looks`);
});

test('a relay whose queue is well filled does not look when it is woken, and looks when it runs low', async (t) => {
  const { db, tenantId } = await testApp(t);
  await newBatch(db, tenantId, 50);
  const came: string[] = [];
  let looks = 0;
  const queue = {
    counts: async () => {
      looks += 1;
      return { waiting: 0, active: 0, delayed: 0 };
    },
    add: async (renders: readonly { id: string }[]) => {
      came.push(...renders.map(({ id }) => id));
    },
  };
  const relay = startRelay(db, queue, 3600, silent);
  defer(t, () => relay.stop());
  await until(() => came.length === SPARE);
  // The look ends after that, and what happens until then is not gone by.
  await until(async () => (await db.selectFrom('renders').select('id').where(WAITING).execute()).length === 50 - SPARE);
  for (const id of came.slice(0, SPARE - 2)) relay.onRenderEvent(id);
  for (const id of came.slice(0, SPARE - 2)) relay.onRenderEvent(id);
  relay.wake();
  await sleep(50);
  assert.equal(looks, 1);
  relay.onRenderEvent(came[SPARE - 2] ?? '');
  await until(() => came.length === 2 * SPARE);
  assert.equal(looks, 2);
});

test('renders that are canceled before their turn have none', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const [canceled, wanted] = [await newRender(product), await newRender(product)];
  await cancelRender(db, byOperator(tenantId), canceled);
  const queue = queueWithRoom(10);
  assert.deepEqual(await relayOutbox(db, queue), { released: 1, left: false });
  assert.deepEqual(queue.came, [wanted]);
});

test('a render whose row is locked is left for later, and holds nobody up', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const [locked, free] = [await newRender(product), await newRender(product)];
  const queue = queueWithRoom(10);
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('renders').select('id').where('id', '=', locked).forUpdate().execute();
    await relayOutbox(db, queue);
    assert.deepEqual(queue.came, [free]);
  });
  await relayOutbox(db, queue);
  assert.deepEqual(queue.came, [free, locked]);
});
