import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import type { Usage } from '@logomorph/contract/usage.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { newLogo, OTHER_SVG, SVG, type TestApp, testApp } from '../testing/app.ts';

/** A day of UTC, counted from today. */
const day = (offset: number) => new Date(Date.now() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10);

async function usage({ app, headers }: Pick<TestApp, 'app' | 'headers'>): Promise<Usage> {
  const answer = await app.inject({ url: `/v1/usage?from=${day(-1)}&to=${day(1)}`, headers });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json();
}

async function create({ app, headers }: TestApp, type: string, logos: object) {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/renders',
    headers,
    payload: { ...logos, recipe: { type } },
  });
  assert.equal(answer.statusCode, 202, answer.body);
  return answer.json();
}

const SUCCEEDED: RenderEnd = { type: 'succeeded', data: { outputs: 0 } };
const FAILED: RenderEnd = { type: 'failed', data: problem('empty-logo', 'It shows nothing') };

/** As a worker does it: files of a kilobyte each, the first of which has no size in pixels. */
async function finish({ db }: TestApp, id: string, end = SUCCEEDED, { files = 0, key = id } = {}): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let position = 0; position < files; position += 1) {
      const size = position === 0 ? { width: null, height: null } : { width: 10, height: 20 };
      const names = { name: `${position}`, object_key: `t/outputs/${key}/${position}` };
      const rest = { render_id: id, position, media_type: 'image/png', bytes: 1000, sha256: 'x' };
      await tx
        .insertInto('render_outputs')
        .values({ ...names, ...size, ...rest })
        .execute();
    }
    await finishRender(tx, id, end);
  });
}

test('each run that ends is counted on its day, by its type and how it ended, with its files', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const [logoId, otherId] = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const post = (path: string) => app.inject({ method: 'POST', url: `/v1/renders/${path}`, headers });

  const kit = await create(product, 'kit', { logoId });
  await finish(product, kit.id, SUCCEEDED, { files: 3 });
  const palette = await create(product, 'palette', { logoId });
  await finish(product, palette.id, FAILED, { files: 2 });
  await post(`${palette.id}/retry`);
  await finish(product, palette.id, SUCCEEDED, { files: 1 });
  const unwanted = await create(product, 'kit', { logoId });
  await post(`${unwanted.id}/cancel`);
  await post(`${unwanted.id}/cancel`);
  await create(product, 'morph', { logoId, toLogoId: otherId });

  const batch = await create(product, 'recolour', { logoIds: [logoId, otherId] });
  const children = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  for (const { id } of children) await finish(product, id, SUCCEEDED, { files: 2 });
  await db.transaction().execute((tx) => settleBatch(tx, batch.id));

  const { finishedAt } = (await app.inject({ url: `/v1/renders/${kit.id}`, headers })).json();
  assert.deepEqual((await usage(product)).days, [
    {
      day: finishedAt.slice(0, 10),
      renders: {
        kit: { succeeded: 1, failed: 0, canceled: 1 },
        palette: { succeeded: 1, failed: 1, canceled: 0 },
        recolour: { succeeded: 2, failed: 0, canceled: 0 },
      },
      outputPixels: 4 * 200,
      outputBytes: 8 * 1000,
      logosUploaded: 2,
    },
  ]);
  assert.deepEqual((await usage({ app, ...(await product.newKey('other')) })).days, []);
});

test('renders that end at once are all counted, and one whose end is undone is not', async (t) => {
  const product = await testApp(t);
  const logoId = await newLogo(product);
  const renders = await Promise.all(Array.from({ length: 20 }, () => create(product, 'kit', { logoId })));
  const [undone, ...others] = renders;
  const broken = product.db.transaction().execute(async (tx) => {
    await finishRender(tx, undone.id, SUCCEEDED);
    throw new Error('killed');
  });
  await Promise.all([assert.rejects(broken, /killed/), ...others.map(({ id }) => finish(product, id))]);
  const [today] = (await usage(product)).days;
  assert.deepEqual(today?.renders, { kit: { succeeded: 19, failed: 0, canceled: 0 } });
});

test('what is deleted stays counted and is stored no more, and what is alike is stored once', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const logoId = await newLogo(product);
  const remove = (path: string) => app.inject({ method: 'DELETE', url: `/v1/${path}`, headers });
  const [first, second] = [await create(product, 'kit', { logoId }), await create(product, 'kit', { logoId })];
  for (const { id } of [first, second]) await finish(product, id, SUCCEEDED, { files: 2, key: 'alike' });
  const before = await usage(product);
  assert.deepEqual(before.stored, { logoBytes: SVG.length, outputBytes: 2000 });

  await remove(`renders/${first.id}`);
  assert.deepEqual(await usage(product), before);
  await remove(`renders/${second.id}`);
  await remove(`logos/${logoId}`);
  assert.deepEqual(await usage(product), { ...before, stored: { logoBytes: 0, outputBytes: 0 } });
});

test('a logo is counted when its bytes are new', async (t) => {
  const product = await testApp(t);
  const [logoId] = await Promise.all([newLogo(product), newLogo(product), newLogo(product)]);
  await newLogo(product);
  const count = async () => (await usage(product)).days.map(({ logosUploaded }) => logosUploaded);
  assert.deepEqual(await count(), [1]);
  await product.app.inject({ method: 'DELETE', url: `/v1/logos/${logoId}`, headers: product.headers });
  await newLogo(product);
  assert.deepEqual(await count(), [2]);
});

test('a range has both of its days, and one that cannot be is refused', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, headers } = product;
  for (const date of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']) {
    const row = { tenant_id: tenantId, day: new Date(`${date}T12:00:00`), recipe_type: '', logos_uploaded: '1' };
    await db.insertInto('usage_days').values(row).execute();
  }
  const ask = (from: string, to: string) => app.inject({ url: `/v1/usage?from=${from}&to=${to}`, headers });
  const days = (await ask('2026-02-28', '2026-03-01')).json().days.map((each: { day: string }) => each.day);
  assert.deepEqual(days, ['2026-02-28', '2026-03-01']);
  for (const [from, to] of [
    ['2026-01-01', '2027-01-01'],
    ['2028-01-01', '2028-12-31'],
    ['0000-01-01', '0000-01-01'],
    ['9999-12-31', '9999-12-31'],
  ] as const) {
    assert.equal((await ask(from, to)).statusCode, 200, `${from} to ${to}`);
  }
  for (const [from, to, status, type, pointer] of [
    ['2026-03-02', '2026-03-01', 400, 'invalid-range', '/to'],
    ['2026-01-01', '2027-01-02', 400, 'invalid-range', '/to'],
    ['2026-02-29', '2026-03-01', 422, 'invalid-request', '/from'],
    ['2026-03-01', '2026-03-01T00:00:00Z', 422, 'invalid-request', '/to'],
  ] as const) {
    const refused = await ask(from, to);
    assert.equal(refused.statusCode, status, `${from} to ${to}`);
    assert.equal(refused.json().type, `urn:logomorph:problem:${type}`);
    assert.equal(refused.json().errors[0].pointer, pointer);
  }
});
