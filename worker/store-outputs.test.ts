import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { untilOneWaits } from '@logomorph/core/testing/until-one-waits.ts';
import { Superseded } from './renders.ts';
import { storeOutputs } from './store-outputs.ts';
import { queuedRenders } from './testing/queued-renders.ts';

const NAMES = ['a.png', 'b.png', 'c.png', 'd.png'];

/** A render that is taken, and a store that keeps the names in their order and can be waited for. */
async function setUp(t: TestContext) {
  const { db, newLogo, newRender, look, claim } = await queuedRenders(t);
  const mine = await claim(await newRender(await newLogo()));
  const stored: string[] = [];
  const last = Promise.withResolvers<void>();
  const store = {
    async put(key: string) {
      stored.push(key.split('/').at(-1) ?? '');
      if (stored.length === NAMES.length) last.resolve();
    },
  };
  const files = async function* () {
    for (const name of NAMES) yield { name, mediaType: 'image/png', bytes: Buffer.from(name) };
  };
  const storeAll = (announced = Promise.resolve()) => storeOutputs({ db, store }, mine, 'key', announced, files());
  const told = async () => (await look(mine.renderId)).events.map(({ type, subject }) => `${type} ${subject}`.trim());
  return { db, renderId: mine.renderId, store, stored, last: last.promise, storeAll, told };
}

test('files are stored while others are recorded, and told of in their order', async (t) => {
  const { db, renderId, stored, last, storeAll, told } = await setUp(t);
  const { storing } = await db.transaction().execute(async (tx) => {
    await tx.selectFrom('renders').select('id').where('id', '=', renderId).forUpdate().execute();
    const storing = storeAll();
    await untilOneWaits(db);
    await last;
    return { storing };
  });
  assert.equal(await storing, NAMES.length);
  assert.deepEqual(stored, NAMES);
  assert.deepEqual(await told(), ['started', ...NAMES.map((name) => `output ${name}`)]);
});

test('a file that cannot be stored is not told of, and those before it are', async (t) => {
  const { store, storeAll, told } = await setUp(t);
  const put = store.put;
  store.put = async (key) => {
    if (key.endsWith('c.png')) throw new Error('down');
    await put(key);
  };
  await assert.rejects(storeAll(), /down/);
  assert.deepEqual(await told(), ['started', 'output a.png', 'output b.png']);
});

test('nothing is stored before it is announced', async (t) => {
  const { stored, storeAll } = await setUp(t);
  await assert.rejects(storeAll(Promise.reject(new Superseded('it'))), Superseded);
  assert.deepEqual(stored, []);
});

test('what was stored and not recorded when a render is canceled is noted, to be removed', async (t) => {
  const { db, renderId, last, storeAll, told } = await setUp(t);
  const { storing } = await db.transaction().execute(async (tx) => {
    await finishRender(tx, renderId, { type: 'canceled', data: {} });
    const storing = storeAll();
    storing.catch(() => {});
    await untilOneWaits(db);
    await last;
    return { storing };
  });
  await assert.rejects(storing, Superseded);
  assert.deepEqual(await told(), ['started', 'canceled']);
  const notes = await db.selectFrom('discarded_objects').select('object_key').orderBy('object_key').execute();
  assert.deepEqual(
    notes.map(({ object_key }) => object_key.split('/').at(-1)),
    NAMES,
  );
});
