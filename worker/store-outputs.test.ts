import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { Superseded, succeed } from './renders.ts';
import { storeOutputs } from './store-outputs.ts';
import { queuedRenders } from './testing/queued-renders.ts';

const NAMES = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png'];

/** A render that is taken, files of which the last three can be kept back, and a store that notes the names. */
async function setUp(t: TestContext) {
  const { db, newLogo, newRender, look, claim } = await queuedRenders(t);
  const mine = await claim(await newRender(await newLogo()));
  const stored: string[] = [];
  const store = {
    async put(key: string) {
      stored.push(nameIn(key));
    },
  };
  const files = async function* (half: Promise<unknown>) {
    for (const name of NAMES) {
      if (name === 'd.png') await half;
      yield { name, mediaType: 'image/png', bytes: Buffer.from(name) };
    }
  };
  const storeAll = ({ announced = Promise.resolve(), half = Promise.resolve() }: Record<string, Promise<void>> = {}) =>
    storeOutputs({ db, store, timeout: new AbortController().signal }, mine, 'key', announced, files(half));
  const told = async () => (await look(mine.renderId)).events.map(({ type, subject }) => `${type} ${subject}`.trim());
  const noted = async () => {
    const notes = await db.selectFrom('discarded_objects').select('object_key').orderBy('object_key').execute();
    return notes.map(({ object_key }) => nameIn(object_key));
  };
  return { db, mine, store, stored, storeAll, told, noted };
}

const nameIn = (key: string) => key.split('/').at(-1) ?? '';
const events = (names: readonly string[]) => ['started', ...names.map((name) => `output ${name}`)];

test('files are told of before the next are made, and the last ones with the end', async (t) => {
  const { db, mine, stored, storeAll, told, noted } = await setUp(t);
  const half = Promise.withResolvers<void>();
  const storing = storeAll({ half: half.promise });
  await until(async () => (await told()).length >= 4);
  assert.deepEqual(stored, NAMES.slice(0, 3));
  half.resolve();
  const made = await storing;
  assert.deepEqual(stored, NAMES);
  assert.equal(made.count, NAMES.length);
  assert.deepEqual(
    made.unrecorded.map(({ name, position }) => [name, position]),
    NAMES.slice(3).map((name, index) => [name, index + 3]),
  );
  assert.deepEqual(await told(), events(NAMES.slice(0, 3)));
  await succeed(db, mine, made, []);
  assert.deepEqual(await told(), [...events(NAMES), 'succeeded']);
  assert.deepEqual(await noted(), []);
});

test('some files are stored at a time, and told of in their order whichever is stored first', async (t) => {
  const { db, mine, store, stored, storeAll, told } = await setUp(t);
  const [fourth, others] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let underWay = 0;
  let most = 0;
  store.put = async (key) => {
    underWay += 1;
    most = Math.max(most, underWay);
    if (key.endsWith('d.png')) fourth.resolve();
    await (key.endsWith('a.png') ? others.promise : fourth.promise);
    stored.push(nameIn(key));
    if (stored.length === 3) others.resolve();
    underWay -= 1;
  };
  await succeed(db, mine, await storeAll(), []);
  assert.equal(most, 4);
  assert.equal(stored.indexOf('a.png'), 3);
  assert.deepEqual(await told(), [...events(NAMES), 'succeeded']);
});

test('a file that cannot be stored is not told of, those before it are, and those after it are noted', async (t) => {
  const { store, stored, storeAll, told, noted } = await setUp(t);
  const put = store.put;
  const fourth = Promise.withResolvers<void>();
  store.put = async (key) => {
    if (key.endsWith('d.png')) fourth.resolve();
    if (key.endsWith('c.png')) {
      await fourth.promise;
      throw new Error('down');
    }
    await put(key);
  };
  await assert.rejects(storeAll(), /down/);
  assert.deepEqual(await told(), events(NAMES.slice(0, 2)));
  assert.deepEqual(
    (await noted()).filter((name) => name !== 'c.png'),
    stored.slice(2),
  );
});

test('nothing is stored before it is announced', async (t) => {
  const { stored, storeAll } = await setUp(t);
  await assert.rejects(storeAll({ announced: Promise.reject(new Superseded('it')) }), Superseded);
  assert.deepEqual(stored, []);
});

test('what was stored and not recorded when a render is canceled is noted, to be removed', async (t) => {
  const { db, mine, storeAll, told, noted } = await setUp(t);
  const half = Promise.withResolvers<void>();
  const { storing } = await db.transaction().execute(async (tx) => {
    await finishRender(tx, mine.renderId, { type: 'canceled', data: {} });
    const storing = storeAll({ half: half.promise });
    storing.catch(() => {});
    await untilWaiting(db, 1);
    return { storing };
  });
  half.resolve();
  await assert.rejects(storing, Superseded);
  assert.deepEqual(await told(), ['started', 'canceled']);
  assert.deepEqual((await noted()).slice(0, 3), NAMES.slice(0, 3));
});
