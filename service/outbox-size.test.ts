import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '@logomorph/core/database/schema.ts';
import { rowsRead } from '@logomorph/core/testing/rows-read.ts';
import { outboxSize } from './outbox-size.ts';
import { relayOutbox } from './relay.ts';
import { newLogo, OTHER_SVG, testApp } from './testing/app.ts';
import { manyRenders } from './testing/many-renders.ts';
import { newBatch, newRender, newTenant, queueWithRoom } from './testing/released.ts';
import { WAITING } from './turns.ts';
import { addUpChanges } from './use-cases/counters.ts';

test('the size of the outbox is what has its turn to come, without what is held or suspended', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  assert.equal(await outboxSize(db), 0);
  const [suspended, other] = [await newTenant(db, 'suspended'), await newTenant(db, 'other')];
  for (const tenant of [tenantId, suspended]) for (const _ of [1, 2, 3]) await newRender(product, tenant);
  await newBatch(db, other, 2);
  await db.updateTable('tenants').set({ suspended_at: new Date() }).where('id', '=', suspended).execute();
  assert.equal(await outboxSize(db), 5);

  await addUpChanges(db);
  await relayOutbox(db, queueWithRoom(2));
  assert.equal(await outboxSize(db), 3, 'two were handed over');
  const first = (await waiting(db)).at(0) ?? assert.fail();
  await db.updateTable('renders').set({ state: 'canceled' }).where('id', '=', first).execute();
  assert.equal(await outboxSize(db), 2);

  const held = await newLogo(product, OTHER_SVG);
  await db.updateTable('logos').set({ scan: 'pending', scan_due_at: new Date() }).where('id', '=', held).execute();
  const of = await db
    .selectFrom('logos')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '!=', held)
    .executeTakeFirstOrThrow();
  for (const ofHeld of [{ logo_id: held }, { to_logo_id: held }, { logo_id: held, to_logo_id: held }]) {
    const id = await newRender(product);
    await db
      .updateTable('renders')
      .set({ logo_id: of.id, ...ofHeld })
      .where('id', '=', id)
      .execute();
  }
  assert.equal(await outboxSize(db), (await waiting(db, suspended)).length);
  assert.equal(await outboxSize(db), 2);
});

test('the size of a long outbox is told without looking through it', async (t) => {
  const product = await testApp(t);
  const { db, queue, tenantId } = product;
  const logoId = await newLogo(product);
  await newRender(product);
  await relayOutbox(db, queue);
  await manyRenders(db, { tenantId, logoId, state: 'queued', count: 3000 });
  const read = await rowsRead(db, 'renders', async (tx) => assert.equal(await outboxSize(tx), 3000));
  assert.ok(read < 50, `${read} rows`);
});

/** What waits, looked through. */
async function waiting(db: Database, without?: string): Promise<string[]> {
  let query = db.selectFrom('renders').select('id').where(WAITING).orderBy('id');
  if (without !== undefined) query = query.where('tenant_id', '!=', without);
  return (await query.execute()).map(({ id }) => id);
}
