import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { sql } from 'kysely';
import { relayOutbox } from '../relay.ts';
import { settleForgotten, sweepLost } from '../sweep.ts';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { newEndpoint } from '../testing/webhook-receiver.ts';

async function newBatch(product: TestApp, fields: object = {}) {
  const { app, headers } = product;
  const logoIds = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const payload = { logoIds, recipe: { type: 'kit' }, ...fields };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 202, answer.body);
  const batch = answer.json();
  const children = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  return { logoIds, batch, children, location: String(answer.headers.location) };
}

/** As a worker does it. */
async function finish(db: Database, batchId: string, childId: string, state: RenderState): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('renders').set({ state, finished_at: new Date() }).where('id', '=', childId).execute();
    await settleBatch(tx, batchId);
  });
}

test('a batch is a render of each logo, in one answer; only they are to be made', async (t) => {
  const product = await testApp(t);
  const { app, db, queue, headers } = product;
  const { logoIds, batch, children, location } = await newBatch(product);
  assert.deepEqual(batch, {
    id: batch.id,
    recipe: completeRecipe('kit'),
    priority: 'normal',
    metadata: {},
    state: 'queued',
    createdAt: batch.createdAt,
    warnings: [],
    outputs: [],
    children: { total: 2, succeeded: 0, failed: 0, canceled: 0 },
  });
  assert.deepEqual((await app.inject({ url: location, headers })).json(), batch);
  assert.deepEqual(children.map(({ logoId }: { logoId: string }) => logoId).sort(), logoIds.sort());
  for (const child of children) {
    assert.equal(child.parentId, batch.id);
    assert.deepEqual((await app.inject({ url: `/v1/renders/${child.id}`, headers })).json(), child);
  }
  const events = await db.selectFrom('render_events').select(['seq', 'type']).execute();
  assert.deepEqual(events, Array(3).fill({ seq: 1, type: 'queued' }));
  await relayOutbox(db, queue);
  assert.equal(await queue.holds({ id: batch.id, run: 1 }), false);
  for (const { id } of children) assert.ok(await queue.holds({ id, run: 1 }));
  const { body } = await app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_jobs_created_total\{type="kit"\} 2/);
});

test('a batch of morphs leads every logo to the same one', async (t) => {
  const product = await testApp(t);
  const toLogoId = await newLogo(product);
  const { batch, children } = await newBatch(product, { toLogoId, recipe: { type: 'morph' } });
  assert.equal(batch.toLogoId, toLogoId);
  for (const child of children) assert.equal(child.toLogoId, toLogoId);
});

test('a logo that is named twice is refused, also when it is once in capitals', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const ids = [await newLogo(product), await newLogo(product, OTHER_SVG)] as const;
  for (const again of [ids[1], ids[1].toUpperCase()]) {
    const payload = { logoIds: [...ids, again], recipe: { type: 'kit' } };
    const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
    assert.equal(answer.statusCode, 422, again);
    assert.deepEqual(answer.json().errors, [
      { pointer: '/logoIds', detail: 'must not have the same twice, as at 1, 2' },
    ]);
  }
  assert.deepEqual(await db.selectFrom('renders').select('id').execute(), []);
});

test('a batch with a logo of another tenant makes nothing, and points at it', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, newKey } = product;
  const theirs = await newLogo({ ...product, ...(await newKey('other')) });
  const payload = { logoIds: [await newLogo(product), theirs], recipe: { type: 'kit' } };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 404);
  assert.deepEqual(answer.json().errors, [{ pointer: '/logoIds/1', detail: 'There is no such logo' }]);
  assert.deepEqual(await db.selectFrom('renders').selectAll().execute(), []);
});

test('a batch is stored whole or not at all', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoIds: [await newLogo(product)], recipe: { type: 'kit' } };
  await sql`alter table render_events add constraint broken check (false)`.execute(db);
  assert.equal((await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).statusCode, 500);
  assert.deepEqual(await db.selectFrom('renders').selectAll().execute(), []);
});

test("a batch's stream tells of each child and ends with the batch, whose webhook counts them", async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  await newEndpoint(product, 'https://example.com');
  const { batch, children } = await newBatch(product);
  const [first, second] = children;
  await finish(db, batch.id, first.id, 'succeeded');
  const half = (await app.inject({ url: `/v1/renders/${batch.id}`, headers })).json();
  assert.deepEqual(half.children, { total: 2, succeeded: 1, failed: 0, canceled: 0 });
  await finish(db, batch.id, second.id, 'failed');
  const { body } = await app.inject({ url: `/v1/renders/${batch.id}/events`, headers });
  const events = [...body.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''));
  assert.deepEqual(
    events.map(({ seq, type, data }) => [seq, type, type === 'failed' ? data.type : data]),
    [
      [1, 'queued', {}],
      [2, 'child', { renderId: first.id, logoId: first.logoId, state: 'succeeded' }],
      [3, 'child', { renderId: second.id, logoId: second.logoId, state: 'failed' }],
      [4, 'failed', 'urn:logomorph:problem:children-failed'],
    ],
  );
  const whole = (await app.inject({ url: `/v1/renders/${batch.id}`, headers })).json();
  assert.equal(whole.state, 'failed');
  assert.equal(whole.error.detail, '1 of 2 renders have failed');
  assert.deepEqual(whole.children, { total: 2, succeeded: 1, failed: 1, canceled: 0 });
  const list = (await app.inject({ url: '/v1/renders?state=failed', headers })).json().items;
  assert.deepEqual(
    list.map(({ children: counts }: { children?: object }) => counts),
    [undefined, whole.children],
  );
  const told = await db.selectFrom('webhook_events').select('data').where('type', '=', 'batch.failed').execute();
  assert.deepEqual(
    told.map(({ data }) => data.children),
    [whole.children],
  );
});

test('a batch has no files, now or later', async (t) => {
  const product = await testApp(t);
  const { batch } = await newBatch(product);
  const url = `/v1/renders/${batch.id}/outputs/kit.zip`;
  assert.equal((await product.app.inject({ url, headers: product.headers })).statusCode, 404);
});

test('the sweep looks for lost renders, and a batch is none', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  const { batch, children } = await newBatch(product);
  await db
    .updateTable('renders')
    .set({ enqueued_at: new Date(0) })
    .where('parent_id', 'is not', null)
    .execute();
  await db
    .updateTable('renders')
    .set({ state: 'running', started_at: new Date(0) })
    .execute();
  const { lost } = await sweepLost(db, { holds: async () => false }, { queued: 0, running: 0 });
  assert.equal(lost, children.length);
  const waiting = await db.selectFrom('renders').select('id').where('enqueued_at', 'is', null).execute();
  assert.deepEqual(waiting.map(({ id }) => id).sort(), [batch, ...children].map(({ id }) => id).sort());
});

test('a batch that was not told of its last render is settled by the sweep', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const { batch, children } = await newBatch(product);
  const stateOf = async () => (await app.inject({ url: `/v1/renders/${batch.id}`, headers })).json().state;
  for (const { id } of children) {
    await settleForgotten(db);
    assert.equal(await stateOf(), 'queued');
    await db.updateTable('renders').set({ state: 'succeeded' }).where('id', '=', id).execute();
  }
  await settleForgotten(db);
  assert.equal(await stateOf(), 'succeeded');
  const events = await db.selectFrom('render_events').select('type').where('render_id', '=', batch.id).execute();
  assert.deepEqual(
    events.map(({ type }) => type),
    ['queued', 'child', 'child', 'succeeded'],
  );
});
