import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { logoKey } from '@logomorph/core/object-store/keys.ts';
import { sql } from 'kysely';
import { claimRender } from './claim-render.ts';
import { fail, Superseded, succeed } from './renders.ts';
import { made, queuedRenders } from './testing/queued-renders.ts';

test('a claim brings the whole recipe, also of a render that was stored before a field was there', async (t) => {
  const { tenantId, newLogo, newRender, claim } = await queuedRenders(t);
  const logoId = await newLogo();
  const { recipe, logos, batchId } = await claim(await newRender(logoId));
  assert.deepEqual(recipe, completeRecipe('kit'));
  assert.deepEqual(logos, [{ sha256: `of ${logoId}`, format: 'svg', objectKey: logoKey(tenantId, `of ${logoId}`) }]);
  assert.equal(batchId, null);
});

test('the database tells when a render began and ended, also where the clock is an hour slow', async (t) => {
  const { db, newLogo, newRender, claim } = await queuedRenders(t);
  const id = await newRender(await newLogo());
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  await succeed(db, await claim(id), made(0), []);
  t.mock.timers.reset();
  const { began, ended } = await db
    .selectFrom('renders')
    .select(sql<number>`extract(epoch from now() - started_at)::float8`.as('began'))
    .select(sql<number>`extract(epoch from now() - finished_at)::float8`.as('ended'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  for (const ago of [began, ended]) assert.ok(ago > -1 && ago < 60, `${ago} s ago`);
});

test('a claim of a morph brings both logos in their order, and the one logo of a morph into itself twice', async (t) => {
  const { newLogo, newRender, claim } = await queuedRenders(t);
  const [a, b] = [await newLogo(), await newLogo()];
  for (const [from, to] of [
    [a, b],
    [b, a],
    [a, a],
  ] as const) {
    const { logos } = await claim(await newRender(from, { to_logo_id: to }));
    assert.deepEqual(
      logos.map((logo) => logo?.sha256),
      [`of ${from}`, `of ${to}`],
    );
  }
});

test('a batch cannot be claimed, whatever a queue brings', async (t) => {
  const { db, newBatch } = await queuedRenders(t);
  const { batchId } = await newBatch(1);
  assert.equal(await claimRender(db, batchId, 1), undefined);
});

test('a batch begins with its first render and ends with its last, however many workers finish at once', async (t) => {
  const { db, newBatch, look, claim } = await queuedRenders(t);
  const { batchId, children } = await newBatch(24);
  const claims = await Promise.all(children.map(claim));
  assert.equal((await look(batchId)).render.state, 'running');
  await Promise.all(claims.map((each) => succeed(db, each, made(1), [])));
  const { render, events } = await look(batchId);
  assert.equal(render.state, 'succeeded');
  assert.ok(render.started_at !== null && render.finished_at !== null);
  assert.deepEqual(
    events.map(({ type }) => type),
    ['started', ...children.map(() => 'child'), 'succeeded'],
  );
  assert.deepEqual(
    events.map(({ seq }) => seq),
    events.map((_, index) => index + 1),
  );
  const told = events.filter(({ type }) => type === 'child').map(({ subject }) => subject);
  assert.deepEqual(told.sort(), children.sort());
});

test('claims and ends of a batch mixed by many workers wait for each other without a deadlock', async (t) => {
  const { db, newBatch, look, claim } = await queuedRenders(t);
  const { batchId, children } = await newBatch(40);
  const work = children.map(async (id, index) => {
    const each = await claim(id);
    return index % 4 === 0 ? fail(db, each, 'empty-logo', 'It shows nothing') : succeed(db, each, made(1), []);
  });
  await Promise.all(work);
  const { render } = await look(batchId);
  assert.equal(render.state, 'failed');
  assert.equal(render.error?.type, 'urn:logomorph:problem:children-failed');
  assert.equal(render.error?.detail, '10 of 40 renders have failed');
});

test('a render that is brought again after its end changes nothing in its batch, and is counted once', async (t) => {
  const { db, newBatch, look, claim } = await queuedRenders(t);
  const { batchId, children } = await newBatch(2);
  const [first = '', second = ''] = children;
  const late = await claim(first);
  await succeed(db, await claim(first), made(1), []);
  const half = await look(batchId);
  await assert.rejects(succeed(db, late, made(1), []), Superseded);
  await assert.rejects(fail(db, late, 'internal', 'late'), Superseded);
  assert.equal(await claimRender(db, first, 1), undefined);
  assert.deepEqual(await look(batchId), half);
  await succeed(db, await claim(second), made(1), []);
  assert.equal((await look(batchId)).render.state, 'succeeded');
  const used = await db.selectFrom('usage_days').select(['recipe_type', 'succeeded', 'failed']).execute();
  assert.deepEqual(used, [{ recipe_type: 'kit', succeeded: '2', failed: '0' }]);
});

test('when the batch cannot be told, the render is not finished either', async (t) => {
  const { db, newBatch, look, claim } = await queuedRenders(t);
  const { batchId, children } = await newBatch(1);
  const [child = ''] = children;
  const only = await claim(child);
  await db.schema.alterTable('render_events').addCheckConstraint('broken', sql`type <> 'child'`).execute();
  await assert.rejects(succeed(db, only, made(1), []), /broken/);
  assert.equal((await look(child)).render.state, 'running');
  assert.equal((await look(batchId)).render.state, 'running');
});
