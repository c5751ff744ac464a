import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { relayOutbox, SPARE } from './relay.ts';
import { connectRelayDatabase } from './relay-database.ts';
import { testApp } from './testing/app.ts';
import { consume, newBatch, newRender, newTenant, queueWithRoom, shares } from './testing/released.ts';

test('tenants take turns by their weights, and each render of a batch is a turn', async (t) => {
  const { db } = await testApp(t);
  const batch = await newBatch(db, await newTenant(db, 'one', 1), 100);
  await newBatch(db, await newTenant(db, 'two', 2), 100);
  await newBatch(db, await newTenant(db, 'three', 3), 100);
  const queue = queueWithRoom(5);
  while (queue.came.length < 60) await relayOutbox(db, queue);
  assert.deepEqual(await shares(db, queue.came), { one: 10, two: 20, three: 30 });
  assert.deepEqual(
    queue.came.filter((id) => batch.includes(id)),
    batch.slice(0, 10),
    'the oldest first',
  );
});

test('a tenant has its turn in each round, though there are many of them and one has waited for long', async (t) => {
  const { db } = await testApp(t);
  await newBatch(db, await newTenant(db, 'first'), 100);
  const queue = queueWithRoom(2);
  for (let look = 0; look < 5; look += 1) await relayOutbox(db, queue);
  const names = Array.from({ length: 9 }, (_, index) => `later ${index}`);
  for (const name of names) await newBatch(db, await newTenant(db, name), 2);
  queue.came.length = 0;
  while (queue.came.length < 20) await relayOutbox(db, queue);
  const all = ['first', ...names];
  assert.deepEqual(await shares(db, queue.came.slice(0, 10)), Object.fromEntries(all.map((name) => [name, 1])));
  assert.deepEqual(await shares(db, queue.came), Object.fromEntries(all.map((name) => [name, 2])));
});

test('a tenant that had nothing to do has saved no turns up', async (t) => {
  const { db } = await testApp(t);
  await newBatch(db, await newTenant(db, 'busy'), 100);
  const queue = queueWithRoom(9);
  for (let look = 0; look < 5; look += 1) await relayOutbox(db, queue);
  await newBatch(db, await newTenant(db, 'idle'), 20);
  queue.came.length = 0;
  await relayOutbox(db, queue);
  assert.deepEqual(await shares(db, queue.came), { busy: 4, idle: 5 });
});

test("a tenant's renders go by priority and then by age, and pass no other tenant's", async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const other = await newTenant(db, 'other');
  const low = await newRender(product, other, 'low');
  const ids: Record<string, string> = {};
  for (const [name, priority] of [
    ['c', 'normal'],
    ['e', 'low'],
    ['a', 'high'],
    ['d', 'normal'],
    ['b', 'high'],
  ] as const) {
    ids[name] = await newRender(product, tenantId, priority);
  }
  const queue = queueWithRoom(6);
  await relayOutbox(db, queue);
  const { a, b, c, d, e } = ids;
  assert.deepEqual(
    queue.came.filter((id) => id !== low),
    [a, b, c, d, e],
  );
  assert.ok(queue.came.indexOf(low) < 2, 'its turn is in the first round');
});

test('a single render is among the next few, behind a thousand of another tenant', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  for (let batch = 0; batch < 10; batch += 1) await newBatch(db, tenantId, 100);
  const other = await newTenant(db, 'other');
  await relayOutbox(db, queue);
  const made: string[] = [];
  let single: string | undefined;
  consume(t, product, async (renderId) => {
    await db.updateTable('renders').set({ state: 'succeeded' }).where('id', '=', renderId).execute();
    made.push(renderId);
    if (made.length === 20) single = await newRender(product, other);
    await relayOutbox(db, queue);
  });
  await until(() => made.length >= 40);
  const before = made.indexOf(single ?? '') - 20;
  assert.ok(before >= 0 && before <= 1 + SPARE, `${before} were made before it`);
});

test("on the relay's connection Postgres sorts only where it must, and compiles nothing, which takes seconds", async (t) => {
  const { url } = await testDatabase(t);
  const relayDb = connectRelayDatabase(url, silent);
  defer(t, () => relayDb.destroy());
  const { rows } = await sql<{ settings: string }>`
    select concat_ws(' ', current_setting('enable_sort'), current_setting('enable_incremental_sort'),
      current_setting('jit'), current_setting('idle_in_transaction_session_timeout')) as settings`.execute(relayDb);
  assert.deepEqual(rows, [{ settings: 'off off off 10s' }]);
});
