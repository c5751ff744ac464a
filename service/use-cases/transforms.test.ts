import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type ProblemName, problem } from '@logomorph/contract/problem.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { newLogo, OTHER_SVG, objectsIn, SVG } from '../testing/app.ts';
import { endRender, PICTURE, SUCCEEDED, transformApp } from '../testing/transforms.ts';
import { eraseTenant } from './erase-tenant.ts';

const failed = (name: ProblemName) => ({ type: 'failed', data: problem(name, 'at /internal/place') }) as const;

/** Lets so many seconds pass for a render that has finished. */
async function age({ product }: Awaited<ReturnType<typeof transformApp>>, seconds: number): Promise<void> {
  const rows = await product.db.selectFrom('renders').select(['id', 'finished_at']).execute();
  for (const { id, finished_at } of rows) {
    const then = new Date((finished_at?.valueOf() ?? 0) - seconds * 1000);
    await product.db.updateTable('renders').where('id', '=', id).set({ finished_at: then }).execute();
  }
}

async function failing(t: TestContext, name: ProblemName) {
  const client = await transformApp(t);
  client.worker.end = failed(name);
  const url = await client.address();
  const runs = async () => (await client.transforms()).map(({ run }) => run);
  return { client, runs, get: () => client.get(url), age: (seconds: number) => age(client, seconds) };
}

test('a picture that cannot be made is told so by its problem alone, and not tried again for a day', async (t) => {
  const { client, runs, get, age } = await failing(t, 'format-not-possible');
  for (let again = 0; again < 3; again++) {
    const answer = await get();
    assert.equal(answer.statusCode, 422);
    const { instance, ...told } = answer.json();
    assert.deepEqual(told, problem('format-not-possible', 'The picture could not be made'));
    assert.equal(answer.headers['cache-control'], 'public, max-age=300');
  }
  await age(24 * 3600 - 10);
  const late = await get();
  assert.match(String(late.headers['cache-control']), /^public, max-age=(\d|10)$/);
  assert.deepEqual(await runs(), [1]);
  await age(10);
  client.worker.end = SUCCEEDED;
  assert.equal((await get()).statusCode, 200);
  assert.deepEqual(await runs(), [2]);
});

test('after a failure that may pass the pause is a minute, and four times as long after each more', async (t) => {
  const { client, runs, get, age } = await failing(t, 'internal');
  // By the database's clock, whatever that of the process says.
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 });
  let pause = 60;
  for (const run of [1, 2, 3]) {
    const { statusCode, body } = await get();
    assert.equal(statusCode, 500);
    assert.doesNotMatch(body, /place/);
    await age(pause - 10);
    await get();
    assert.deepEqual(await runs(), [run]);
    await age(10);
    pause *= 4;
  }
  client.worker.end = SUCCEEDED;
  assert.equal((await get()).statusCode, 200);
  assert.deepEqual(await runs(), [4]);
});

test('requests that come at once when the pause is over begin one more run', async (t) => {
  const { client, runs, get, age } = await failing(t, 'internal');
  await get();
  await age(60);
  client.worker.end = SUCCEEDED;
  const answers = await Promise.all(Array.from({ length: 10 }, get));
  for (const { statusCode } of answers) assert.equal(statusCode, 200);
  assert.deepEqual(await runs(), [2]);
  const asked = await client.product.db
    .selectFrom('counter_changes')
    .select('change')
    .where('name', '=', 'rendersAsked')
    .execute();
  assert.equal(asked.length, 2);
});

test('one that was canceled is begun again at once', async (t) => {
  const { worker, address, get, transforms, product } = await transformApp(t);
  worker.end = undefined;
  const url = await address();
  const waiting = get(url);
  while ((await transforms()).length === 0) await new Promise(setImmediate);
  const [render] = await transforms();
  const { statusCode } = await product.app.inject({
    method: 'POST',
    url: `/v1/renders/${render?.id}/cancel`,
    headers: product.headers,
  });
  assert.equal(statusCode, 200);
  assert.equal((await waiting).statusCode, 503);
  worker.end = SUCCEEDED;
  assert.equal((await get(url)).statusCode, 200);
});

for (const [rule, limits, type] of [
  ['limit of renders', { rateLimits: { renders: 1 } }, 'rate-limited'],
  ['quota of a day', { quotas: { rendersPerDay: 1 } }, 'quota-exceeded'],
  ['quota of bytes', { quotas: { storedBytes: SVG.length + PICTURE.length } }, 'storage-full'],
] as const) {
  test(`over the ${rule} nothing is begun, no figures are told, and what is made stays`, async (t) => {
    const { address, get, transforms, product } = await transformApp(t, limits);
    const made = await address({ width: 1 });
    assert.equal((await get(made)).statusCode, 200);
    const url = await address({ width: 2 });
    const [refused, again] = [await get(url), await get(url)];
    for (const { statusCode, headers, ...answer } of [refused, again]) {
      assert.equal(statusCode, type === 'storage-full' ? 409 : 429);
      assert.equal(answer.json().type, `urn:logomorph:problem:${type}`);
      assert.equal(answer.json().quota, undefined);
      assert.doesNotMatch(answer.json().detail, /\d/);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers.ratelimit, undefined);
      if (type !== 'storage-full') assert.ok(Number(headers['retry-after']) >= 1);
    }
    assert.equal((await get(made)).statusCode, 200);
    assert.equal((await transforms()).length, 1);
    const { items } = (await product.app.inject({ url: '/v1/limits', headers: product.headers })).json();
    for (const name of ['renders', 'rendersPerDay']) {
      assert.equal(items.find((item: { name: string }) => item.name === name).used, 1, 'refusals take nothing');
    }
  });
}

test('with a logo all of its transforms go, also those that are being made', async (t) => {
  const { address, get, product, logoId, worker, transforms } = await transformApp(t);
  const [made, making] = [await address({ width: 1 }), await address({ width: 2 })];
  assert.equal((await get(made)).statusCode, 200);
  worker.end = undefined;
  const waiting = get(making);
  while ((await transforms()).length < 2) await new Promise(setImmediate);
  const { app, headers, db, store } = product;
  const gone = await app.inject({ method: 'DELETE', url: `/v1/logos/${logoId}`, headers });
  assert.equal(gone.statusCode, 204, gone.body);
  for (const answer of [await waiting, await get(made), await get(making)]) {
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [404, 'no-store']);
  }
  assert.deepEqual(await transforms(), []);
  await removeDiscarded(db, store, -1);
  assert.deepEqual(await objectsIn(product), []);
});

test('a logo that is deleted while pictures of it are asked for leaves none', async (t) => {
  const { address, get, product, logoId, transforms } = await transformApp(t);
  const urls = await Promise.all([1, 2, 3, 4, 5, 6].map((width) => address({ width })));
  const { app, headers } = product;
  const [gone, ...answers] = await Promise.all([
    app.inject({ method: 'DELETE', url: `/v1/logos/${logoId}`, headers }),
    ...urls.map((url) => get(url)),
  ]);
  assert.equal(gone?.statusCode, 204);
  for (const { statusCode } of answers) assert.ok([200, 404].includes(statusCode), String(statusCode));
  assert.deepEqual(await transforms(), []);
});

test('with its tenant a picture is gone at once', async (t) => {
  const { address, get, product } = await transformApp(t);
  const [made, other] = [await address({ width: 1 }), await address({ width: 2 })];
  await get(made);
  await product.db.transaction().execute((tx) => eraseTenant(tx, byOperator(product.tenantId)));
  assert.deepEqual([(await get(made)).statusCode, (await get(other)).statusCode], [404, 404]);
});

test('renders of transforms are listed apart, tell no webhook, and can be read and deleted', async (t) => {
  const { address, get, product, transforms } = await transformApp(t);
  const { app, headers, db } = product;
  await db
    .insertInto('webhook_endpoints')
    .values({
      id: crypto.randomUUID(),
      tenant_id: product.tenantId,
      url: 'https://example.com',
      description: null,
      events: [],
      secret: '',
    })
    .execute();
  const url = await address();
  await get(url);
  const payload = { logoId: await newLogo(product, OTHER_SVG), recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await endRender(product, id, SUCCEEDED);
  const told = await db.selectFrom('webhook_events').select('render_id').execute();
  assert.deepEqual(told, [{ render_id: id }]);

  const list = async (query = '') => (await app.inject({ url: `/v1/renders${query}`, headers })).json().items;
  assert.deepEqual(
    (await list()).map((render: { id: string }) => render.id),
    [id],
  );
  const [render, ...rest] = await list('?transforms=true');
  assert.deepEqual([render.transform, render.state, rest], [true, 'succeeded', []]);
  const item = `/v1/renders/${render.id}`;
  assert.equal((await app.inject({ url: item, headers })).json().transform, true);
  assert.equal((await app.inject({ method: 'DELETE', url: item, headers })).statusCode, 204);
  assert.deepEqual(await transforms(), []);
  assert.equal((await get(url)).statusCode, 200, 'and made again');
  assert.equal((await transforms()).length, 1);
});
