import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { ObjectNotFound } from '@logomorph/core/object-store/object-store.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { holdLogos, useLogoOfBytes } from '../use-cases/logos.ts';

async function create({ app, headers }: TestApp, body: object) {
  const payload = { ...body, recipe: { type: 'palette' } };
  return (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
}

/** As a worker does it. */
async function succeed({ db, store }: TestApp, id: string): Promise<void> {
  await store.put('t/outputs/k/palette.json', Buffer.from('{}'), 'application/json');
  await db
    .insertInto('render_outputs')
    .values({
      render_id: id,
      name: 'palette.json',
      position: 0,
      media_type: 'application/json',
      bytes: 2,
      sha256: 'x',
      width: null,
      height: null,
      object_key: 't/outputs/k/palette.json',
    })
    .execute();
  await db.transaction().execute((tx) => finishRender(tx, id, { type: 'succeeded', data: { outputs: 1 } }));
}

const remove = ({ app, headers }: Pick<TestApp, 'app' | 'headers'>, id: string) =>
  app.inject({ method: 'DELETE', url: `/v1/renders/${id}`, headers });

test('a deleted render is gone with its events and files; an equal one keeps its own', async (t) => {
  const product = await testApp(t);
  const { app, db, store, headers } = product;
  const logoId = await newLogo(product);
  const [first, second] = [await create(product, { logoId }), await create(product, { logoId })];
  for (const { id } of [first, second]) await succeed(product, id);
  const tidy = () => removeDiscarded(db, store, -1);

  assert.equal((await remove(product, first.id)).statusCode, 204);
  for (const path of ['', '/events', '/outputs/palette.json']) {
    assert.equal((await app.inject({ url: `/v1/renders/${first.id}${path}`, headers })).statusCode, 404, path);
  }
  assert.equal((await remove(product, first.id)).statusCode, 404);
  await tidy();
  const url = `/v1/renders/${second.id}/outputs/palette.json`;
  assert.equal((await app.inject({ url, headers })).body, '{}');

  assert.equal((await remove(product, second.id)).statusCode, 204);
  await tidy();
  await assert.rejects(store.get('t/outputs/k/palette.json'), ObjectNotFound);
});

test('what has not finished, is another tenant’s or belongs to a batch is not deleted', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const single = await create(product, { logoId: await newLogo(product) });
  const batch = await create(product, { logoIds: [await newLogo(product), await newLogo(product, OTHER_SVG)] });
  const [child] = (await app.inject({ url: `/v1/renders?parentId=${batch.id}`, headers })).json().items;
  for (const id of [single.id, batch.id]) {
    const refused = await remove(product, id);
    assert.equal(refused.statusCode, 409);
    assert.equal(refused.json().type, 'urn:logomorph:problem:not-finished');
  }
  await app.inject({ method: 'POST', url: `/v1/renders/${batch.id}/cancel`, headers });
  assert.equal((await remove(product, child.id)).json().type, 'urn:logomorph:problem:part-of-batch');
  const other = await product.newKey('other');
  assert.equal((await remove({ app, headers: other.headers }, batch.id)).statusCode, 404);
  assert.equal((await db.selectFrom('renders').select('id').execute()).length, 4);

  assert.equal((await remove(product, batch.id)).statusCode, 204);
  assert.deepEqual(await db.selectFrom('renders').select('id').execute(), [{ id: single.id }]);
});

test('renders of a logo are deleted at once while it is used, and none waits for another for ever', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const logoId = await newLogo(product);
  const renders = [];
  for (let n = 0; n < 2; n += 1) {
    const { id } = await create(product, { logoId });
    await db.transaction().execute((tx) => finishRender(tx, id, { type: 'canceled', data: {} }));
    renders.push(id);
  }
  const logo = await db.selectFrom('logos').select('sha256').executeTakeFirstOrThrow();
  // Some make renders of it, which does not keep others from sending it again.
  const holding = await db.startTransaction().execute();
  await holdLogos(holding, tenantId, [logoId]);
  const sending = await db.startTransaction().execute();
  await useLogoOfBytes(sending, tenantId, logo.sha256);
  const answers = renders.map((id) => remove(product, id));
  await untilWaiting(db, renders.length);
  await sending.commit().execute();
  const removed = await Promise.all(answers);
  await holding.commit().execute();
  for (const answer of removed) assert.equal(answer.statusCode, 204, answer.body);
});
