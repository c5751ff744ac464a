import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { discardOutputs, removeDiscarded, saveObjects } from './discarded-objects.ts';
import { testDatabase } from './testing/database.ts';
import { untilWaiting } from './testing/until-waiting.ts';

const AT_ONCE = -1;

/** Two renders that share a file, and each with one of its own. */
async function setUp(t: TestContext) {
  const { db } = await testDatabase(t);
  const [tenantId, logoId, a, b] = Array.from({ length: 4 }, () => crypto.randomUUID());
  assert.ok(tenantId && logoId && a && b);
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();
  await db
    .insertInto('logos')
    .values({ id: logoId, tenant_id: tenantId, sha256: 'x', format: 'svg', bytes: 1 })
    .execute();
  const asked = { tenant_id: tenantId, logo_id: logoId, recipe: '{"type":"kit"}', state: 'succeeded' as const };
  await db
    .insertInto('renders')
    .values([a, b].map((id) => ({ ...asked, id })))
    .execute();
  const record = (id: string, name: string, key: string) =>
    db
      .insertInto('render_outputs')
      .values({
        render_id: id,
        name,
        position: 0,
        media_type: 'x',
        bytes: 1,
        sha256: 'x',
        width: null,
        height: null,
        object_key: key,
      })
      .execute();
  await record(a, 'own', 't/outputs/a/own');
  await record(a, 'shared', 't/outputs/s/shared');
  await record(b, 'shared', 't/outputs/s/shared');
  await record(b, 'own', 't/outputs/b/own');
  const discard = (id: string) => db.transaction().execute((tx) => discardOutputs(tx, [id]));
  const notes = async () =>
    (await db.selectFrom('discarded_objects').select('object_key').orderBy('object_key').execute()).map(
      ({ object_key }) => object_key,
    );
  const removed: string[] = [];
  const store = {
    remove: async (key: string) => {
      removed.push(key);
    },
  };
  return { db, a, b, discard, notes, record, removed, store };
}

test('what no render has any more is removed in its time, and what another one has is not', async (t) => {
  const { db, a, b, discard, notes, removed, store } = await setUp(t);
  await discard(a);
  await removeDiscarded(db, store, 3600);
  assert.deepEqual(removed, []);
  assert.deepEqual(await notes(), ['t/outputs/a/own', 't/outputs/s/shared']);
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(removed, ['t/outputs/a/own']);
  assert.deepEqual(await notes(), []);
  await discard(b);
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(removed.sort(), ['t/outputs/a/own', 't/outputs/b/own', 't/outputs/s/shared']);
});

test('a file that a new render makes is saved with all of its content key, and no other', async (t) => {
  const { db, a, b, discard, removed, store, notes } = await setUp(t);
  await discard(a);
  await discard(b);
  await db
    .updateTable('discarded_objects')
    .set({ discarded_at: new Date(0) })
    .execute();
  await saveObjects(db, 't/outputs/s/');
  await removeDiscarded(db, store, 3600);
  assert.deepEqual(removed.sort(), ['t/outputs/a/own', 't/outputs/b/own']);
  assert.deepEqual(await notes(), ['t/outputs/s/shared']);
});

test('a file that was saved is removed later all the same, unless the new render has it', async (t) => {
  const { db, a, b, discard, record, removed, store, notes } = await setUp(t);
  await discard(a);
  await discard(b);
  for (const prefix of ['t/outputs/a/', 't/outputs/s/']) await saveObjects(db, prefix);
  await record(b, 'shared', 't/outputs/s/shared');
  await removeDiscarded(db, store, AT_ONCE);
  assert.deepEqual(removed.sort(), ['t/outputs/a/own', 't/outputs/b/own']);
  assert.deepEqual(await notes(), []);
});

test('a render that comes while its file is removed waits, and makes it after that', async (t) => {
  const { db, a, discard } = await setUp(t);
  await discard(a);
  const order: string[] = [];
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow = {
    async remove() {
      started.resolve();
      await release.promise;
      order.push('removed');
    },
  };
  const removing = removeDiscarded(db, slow, AT_ONCE);
  await started.promise;
  const saving = saveObjects(db, 't/outputs/a/').then(() => order.push('saved'));
  await untilWaiting(db, 1);
  release.resolve();
  await Promise.all([removing, saving]);
  assert.deepEqual(order, ['removed', 'saved']);
});

test('a store that fails keeps the note, for the next time', async (t) => {
  const { db, a, discard, notes } = await setUp(t);
  await discard(a);
  const broken = { remove: () => Promise.reject(new Error('down')) };
  await assert.rejects(removeDiscarded(db, broken, AT_ONCE), /down/);
  assert.deepEqual(await notes(), ['t/outputs/a/own']);
});

test('a file that the store does not remove holds up no other, and is left for later', async (t) => {
  const { db, notes, removed } = await setUp(t);
  const keys = Array.from({ length: 120 }, (_, i) => ({ object_key: `t/${i}`, discarded_at: new Date(i) }));
  await db.insertInto('discarded_objects').values(keys).execute();
  const store = {
    async remove(key: string) {
      if (key === 't/0') throw new Error('not this one');
      removed.push(key);
    },
  };
  await assert.rejects(removeDiscarded(db, store, 60), /not this one/);
  await removeDiscarded(db, store, 60);
  assert.equal(removed.length, 119);
  assert.deepEqual(await notes(), ['t/0']);
});
