import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { discardObject, removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { type Claim, claimRender } from './claim-render.ts';
import { announceFiles, fail, recordOutputs, Superseded, succeed } from './renders.ts';
import { made, queuedRenders } from './testing/queued-renders.ts';

const file = (name: string, position: number) => ({
  name,
  position,
  mediaType: 'image/png',
  bytes: 1,
  sha256: 'x',
  width: 10,
  height: 20,
  objectKey: `t/outputs/k/${name}`,
});

async function setUp(t: TestContext) {
  const product = await queuedRenders(t);
  const { db, newLogo, newRender, look, claim } = product;
  /** What is done while a transaction holds what it waits for. */
  const during = async <T>(held: (tx: DatabaseTransaction) => Promise<unknown>, work: () => Promise<T>) => {
    const { waiting } = await db.transaction().execute(async (tx) => {
      await held(tx);
      const waiting = work();
      waiting.catch(() => {});
      await untilWaiting(db, 1);
      return { waiting };
    });
    return waiting;
  };
  const claimed = async () => claim(await newRender(await newLogo()));
  const cancel = (id: string) => (tx: DatabaseTransaction) => finishRender(tx, id, { type: 'canceled', data: {} });
  /** The events in their order, of which none must be missing. */
  const history = async (id: string) => {
    const { events } = await look(id);
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_, index) => index + 1),
    );
    return events.map(({ type, subject }) => (subject === '' ? type : `${type} ${subject}`));
  };
  const outputs = async () =>
    (await db.selectFrom('render_outputs').select('name').orderBy('position').execute()).map(({ name }) => name);
  return { ...product, during, claimed, cancel, history, outputs };
}

test('whatever a worker writes while its render is canceled is refused', async (t) => {
  const { db, during, claimed, cancel, history, outputs, look } = await setUp(t);
  for (const write of [
    (mine: Claim) => recordOutputs(db, mine, [file('late', 1)]),
    (mine: Claim) => announceFiles(db, mine, 'late'),
    (mine: Claim) => succeed(db, mine, made(2, file('late', 1)), []),
    (mine: Claim) => fail(db, mine, 'internal', 'late'),
  ]) {
    const mine = await claimed();
    await recordOutputs(db, mine, [file('a', 0)]);
    await assert.rejects(
      during(cancel(mine.renderId), () => write(mine)),
      Superseded,
    );
    assert.deepEqual(await history(mine.renderId), ['started', 'output a', 'canceled']);
    assert.deepEqual(await outputs(), []);
    const { render } = await look(mine.renderId);
    assert.deepEqual([render.state, render.content_key], ['canceled', null]);
  }
  const used = await db.selectFrom('usage_days').select(['succeeded', 'failed', 'canceled', 'output_bytes']).execute();
  assert.deepEqual(used, [{ succeeded: '0', failed: '0', canceled: '4', output_bytes: '0' }]);
});

test('the last files are recorded with the end, and files are counted once whoever recorded them', async (t) => {
  const { db, claimed, history, outputs } = await setUp(t);
  const late = await claimed();
  await recordOutputs(db, late, [file('a', 0), { ...file('b', 1), bytes: 100 }]);
  const mine = (await claimRender(db, late.renderId, 1)) ?? assert.fail('not taken');
  await succeed(db, mine, made(3, file('b', 1), file('c', 2)), []);
  assert.deepEqual(await outputs(), ['a', 'b', 'c']);
  assert.deepEqual(await history(late.renderId), ['started', 'output a', 'output b', 'output c', 'succeeded']);
  const used = await db.selectFrom('usage_days').select(['succeeded', 'output_bytes', 'output_pixels']).execute();
  assert.deepEqual(used, [{ succeeded: '1', output_bytes: '3', output_pixels: '600' }]);
});

test('a render that is canceled while a worker takes it is not taken', async (t) => {
  const { db, newLogo, newRender, during, cancel, history } = await setUp(t);
  const id = await newRender(await newLogo());
  assert.equal(await during(cancel(id), () => claimRender(db, id, 1)), undefined);
  assert.deepEqual(await history(id), ['canceled']);
});

test('a worker takes a render from another that is recording, and goes on with its history', async (t) => {
  const { db, during, claimed, history, outputs } = await setUp(t);
  const late = await claimed();
  const { renderId } = late;
  const mine = await during(
    (tx) => recordOutputs(tx, late, [file('a', 0), file('b', 1)]),
    async () => (await claimRender(db, renderId, 1)) ?? assert.fail('not taken'),
  );
  assert.equal(mine.attempt, 2);
  await assert.rejects(recordOutputs(db, late, [file('c', 2)]), Superseded);
  await assert.rejects(succeed(db, late, made(3), []), Superseded);
  // Of these the first two are told already.
  await recordOutputs(db, mine, [file('a', 0), file('d', 1), file('b', 2), file('e', 3)]);
  await succeed(db, mine, made(5, file('f', 4)), []);
  assert.deepEqual(await outputs(), ['a', 'd', 'b', 'e', 'f']);
  assert.deepEqual(await history(renderId), [
    'started',
    'output a',
    'output b',
    'output d',
    'output e',
    'output f',
    'succeeded',
  ]);
});

test('a worker whose render is taken while it writes is refused', async (t) => {
  const { db, during, claimed, history, outputs } = await setUp(t);
  for (const write of ['record', 'succeed'] as const) {
    const late = await claimed();
    const taken = during(
      (tx) => claimRender(tx, late.renderId, 1),
      () => (write === 'record' ? recordOutputs(db, late, [file('late', 0)]) : succeed(db, late, made(0), [])),
    );
    await assert.rejects(taken, Superseded);
    assert.deepEqual(await history(late.renderId), ['started']);
  }
  assert.deepEqual(await outputs(), []);
});

test('the first render of a batch is taken while another of it is canceled', async (t) => {
  const { db, newBatch, during, cancel, claim, history } = await setUp(t);
  const { batchId, children } = await newBatch(2);
  const [canceled = '', taken = ''] = children;
  const mine = await during(
    async (tx) => {
      await cancel(canceled)(tx);
      await settleBatch(tx, batchId);
    },
    () => claim(taken),
  );
  await succeed(db, mine, made(0), []);
  assert.equal(mine.attempt, 1);
  assert.deepEqual(await history(taken), ['started', 'succeeded']);
  assert.deepEqual(await history(batchId), ['child '.concat(canceled), 'started', `child ${taken}`, 'canceled']);
});

test('renders of two batches of a tenant end at once, while some are canceled', async (t) => {
  const { db, newBatch, claim, cancel, look, history } = await setUp(t);
  const batches = [await newBatch(12), await newBatch(12)];
  const work = batches.flatMap(({ batchId, children }) =>
    children.map(async (id, index) => {
      if (index % 3 > 0) return succeed(db, await claim(id), made(0), []);
      await db.transaction().execute(async (tx) => {
        await tx.selectFrom('renders').select('id').where('id', '=', id).forUpdate().execute();
        await cancel(id)(tx);
        await settleBatch(tx, batchId);
      });
    }),
  );
  await Promise.all(work);
  for (const { batchId, children } of batches) {
    assert.equal((await look(batchId)).render.state, 'canceled');
    const told = await history(batchId);
    assert.equal(told.at(-1), 'canceled');
    assert.deepEqual(
      told.filter((event) => event.startsWith('child')).sort(),
      children.map((id) => `child ${id}`).sort(),
    );
  }
  const used = await db.selectFrom('usage_days').select(['succeeded', 'canceled']).execute();
  assert.deepEqual(used, [{ succeeded: '16', canceled: '8' }]);
});

test('what is noted under a content key is saved when files are announced under it', async (t) => {
  const { db, tenantId, claimed } = await setUp(t);
  const key = (contentKey: string) => `${tenantId}/outputs/${contentKey}/a.png`;
  for (const contentKey of ['mine', 'other']) await discardObject(db, key(contentKey), new Date(0));
  await announceFiles(db, await claimed(), 'mine');
  const removed: string[] = [];
  await removeDiscarded(db, { remove: async (removedKey) => void removed.push(removedKey) }, 3600);
  assert.deepEqual(removed, [key('other')]);
});

test('files that an earlier claim made under another key are forgotten, and those under the same are not', async (t) => {
  const { db, tenantId, claimed, claim, outputs } = await setUp(t);
  const under = (contentKey: string, name: string) => ({
    ...file(name, 0),
    objectKey: `${tenantId}/outputs/${contentKey}/${name}`,
  });
  const { renderId } = await claimed();
  const begin = async (contentKey: string) => {
    const mine = await claim(renderId);
    await announceFiles(db, mine, contentKey);
    return mine;
  };
  await recordOutputs(db, await begin('old'), [under('old', 'gone'), under('old', 'both')]);
  await begin('old');
  assert.deepEqual((await outputs()).sort(), ['both', 'gone']);
  await succeed(db, await begin('new'), made(1, under('new', 'both')), []);
  assert.deepEqual(await outputs(), ['both']);
  const notes = await db.selectFrom('discarded_objects').select('object_key').orderBy('object_key').execute();
  assert.deepEqual(
    notes.map(({ object_key }) => object_key),
    ['both', 'gone'].map((name) => `${tenantId}/outputs/old/${name}`),
  );
});
