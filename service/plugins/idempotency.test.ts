import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { newLogo, OTHER_SVG, SVG, testApp } from '../testing/app.ts';
import { problemOf } from '../testing/problem-of.ts';
import { forgetOldKeys } from '../use-cases/idempotency.ts';

async function setUp(t: TestContext) {
  const product = await testApp(t);
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const post = (key: string, body: object = payload, url = '/v1/renders', headers = product.headers) =>
    product.app.inject({ method: 'POST', url, headers: { ...headers, 'idempotency-key': key }, payload: body });
  const renders = () => product.db.selectFrom('renders').select('id').execute();
  return { ...product, product, payload, post, renders };
}

test('the same request under the same key is done once and answered alike, with quotes or without', async (t) => {
  const { post, renders } = await setUp(t);
  const first = await post('"a key"');
  assert.equal(first.statusCode, 202);
  assert.equal(first.headers['idempotency-replayed'], undefined);
  for (const key of ['"a key"', 'a key']) {
    const again = await post(key);
    assert.equal(again.statusCode, 202);
    assert.equal(again.body, first.body);
    for (const header of ['location', 'content-type']) assert.equal(again.headers[header], first.headers[header]);
    assert.equal(again.headers['idempotency-replayed'], 'true');
  }
  assert.equal((await renders()).length, 1);
  assert.notEqual((await post('another')).json().id, first.json().id);
});

test('a key is for one method, address and body, and for one tenant', async (t) => {
  const { app, headers, payload, post, newKey, product } = await setUp(t);
  const { id } = (await post('k')).json();
  for (const other of [
    await post('k', { ...payload, recipe: { type: 'palette' } }),
    await post('k', payload, `/v1/renders/${id}/cancel`),
    await app.inject({
      method: 'POST',
      url: '/v1/logos',
      headers: { ...headers, 'idempotency-key': 'k' },
      payload: SVG,
    }),
  ]) {
    assert.equal(other.statusCode, 422);
    assert.equal(problemOf(other), 'idempotency-key-reused');
  }
  const theirs = await newKey('other');
  const logoId = await newLogo({ ...product, ...theirs });
  const answer = await post('k', { ...payload, logoId }, '/v1/renders', theirs.headers);
  assert.equal(answer.statusCode, 202, answer.body);
});

test('JSON with its names in another order is the same request, and with its items in another order is not', async (t) => {
  const { post, payload, product, renders } = await setUp(t);
  const first = await post('k', { ...payload, metadata: { order: '7', shop: 'a' } });
  assert.equal(first.statusCode, 202);
  const turned = { metadata: { shop: 'a', order: '7' }, recipe: payload.recipe, logoId: payload.logoId };
  assert.equal((await post('k', turned)).body, first.body);
  assert.equal((await renders()).length, 1);
  const logoIds = [payload.logoId, await newLogo(product, OTHER_SVG)];
  assert.equal((await post('b', { logoIds, recipe: payload.recipe })).statusCode, 202);
  assert.equal((await post('b', { logoIds: logoIds.toReversed(), recipe: payload.recipe })).statusCode, 422);
});

test('a key that the version before took is known by the JSON as it came', async (t) => {
  const { db, post, payload } = await setUp(t);
  const first = await post('k');
  await db.updateTable('idempotency_keys').set({ canonical_fingerprint: null }).execute();
  assert.equal((await post('k')).body, first.body);
  assert.equal((await post('k', { recipe: payload.recipe, logoId: payload.logoId })).statusCode, 422);
});

test('of the same request many times at once one is done, and the others are told to wait or of its answer', async (t) => {
  const { post, renders } = await setUp(t);
  const answers = await Promise.all(Array.from({ length: 12 }, () => post('k')));
  const [only] = await renders();
  assert.equal((await renders()).length, 1);
  for (const answer of answers) {
    if (answer.statusCode === 202) assert.equal(answer.json().id, only?.id);
    else assert.equal(problemOf(answer), 'idempotency-key-in-use');
  }
});

test('a key whose request is at work is refused; once its process must be dead, it is taken over', async (t) => {
  const { db, post, renders } = await setUp(t);
  await post('k');
  await db.deleteFrom('renders').execute();
  // As it is while the request is at work.
  await db.updateTable('idempotency_keys').set({ status: null, headers: null, body: null }).execute();
  const refused = await post('k');
  assert.equal(refused.statusCode, 409);
  assert.equal(problemOf(refused), 'idempotency-key-in-use');
  assert.equal(refused.headers['retry-after'], '1');
  await db
    .updateTable('idempotency_keys')
    .set({ claimed_at: new Date(Date.now() - 61_000) })
    .execute();
  assert.equal((await post('k')).statusCode, 202);
  assert.equal((await renders()).length, 1);
});

test('a process that is killed after the effect and before the answer does not lead to a second one', async (t) => {
  const { url, headers, payload, post, renders } = await setUp(t);
  const script = new URL('../testing/create-then-die.ts', import.meta.url).pathname;
  const args = [script, url, headers.authorization, 'k', JSON.stringify(payload)];
  const [, signal] = await once(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
  assert.equal(signal, 'SIGKILL');
  const answer = await post('k');
  assert.equal(answer.statusCode, 202);
  assert.equal(answer.headers['idempotency-replayed'], 'true');
  assert.deepEqual(await renders(), [{ id: answer.json().id }]);
});

test('a request that was overtaken while it slept has no effect any more', async (t) => {
  const { db, payload, post, renders } = await setUp(t);
  const logo = await db.startTransaction().execute();
  await logo.selectFrom('logos').select('id').where('id', '=', payload.logoId).forUpdate().execute();
  const answer = post('k');
  await untilWaiting(db, 1);
  // It finds the key its own, and waits for whoever is taking it.
  const overtaking = await db.startTransaction().execute();
  await overtaking.updateTable('idempotency_keys').set({ claim: crypto.randomUUID() }).execute();
  await logo.commit().execute();
  await untilWaiting(db, 1);
  await overtaking.commit().execute();
  assert.equal((await answer).statusCode, 409);
  assert.deepEqual(await renders(), []);
});

test('a fault of ours is not kept: the request can be tried again', async (t) => {
  const { db, post, renders } = await setUp(t);
  await sql`alter table render_events add constraint broken check (false)`.execute(db);
  assert.equal((await post('k')).statusCode, 500);
  await sql`alter table render_events drop constraint broken`.execute(db);
  assert.equal((await post('k')).statusCode, 202);
  assert.equal((await renders()).length, 1);
});

test('a refusal is answered alike, and so is an answer without a body', async (t) => {
  const { app, headers, payload, post } = await setUp(t);
  const missing = { ...payload, logoId: crypto.randomUUID() };
  const [first, again] = [await post('k', missing), await post('k', missing)];
  assert.equal(first.statusCode, 404);
  assert.equal(again.statusCode, 404);
  assert.equal(again.body, first.body);
  assert.equal(again.headers['content-type'], first.headers['content-type']);
  const made = (await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'x' } })).json();
  for (const replayed of [undefined, 'true']) {
    const url = `/v1/keys/${made.id}`;
    const answer = await app.inject({ method: 'DELETE', url, headers: { ...headers, 'idempotency-key': 'd' } });
    assert.equal(answer.statusCode, 204);
    assert.equal(answer.headers['idempotency-replayed'], replayed);
  }
});

test('the bytes of an upload count as its body', async (t) => {
  const { app, headers } = await setUp(t);
  const upload = (payload: Buffer) =>
    app.inject({ method: 'POST', url: '/v1/logos', headers: { ...headers, 'idempotency-key': 'u' }, payload });
  const first = await upload(OTHER_SVG);
  assert.equal(first.statusCode, 201);
  assert.equal((await upload(OTHER_SVG)).statusCode, 201);
  assert.equal((await upload(SVG)).statusCode, 422);
});

test('of an answer with a secret no more is kept than where to find what it made, and it is not given twice', async (t) => {
  const { db, post } = await setUp(t);
  const { id, key } = (await post('k', { name: 'website' }, '/v1/keys')).json();
  const again = await post('k', { name: 'website' }, '/v1/keys');
  assert.equal(again.statusCode, 409);
  assert.equal(problemOf(again), 'answer-not-kept');
  assert.match(again.json().detail, new RegExp(`/v1/keys/${id}$`));
  const kept = JSON.stringify(await db.selectFrom('idempotency_keys').selectAll().execute());
  assert.ok(!kept.includes(key) && !kept.includes(key.split('_').at(-1)), kept);
  assert.equal((await db.selectFrom('api_keys').selectAll().where('name', '=', 'website').execute()).length, 1);
});

test('a refusal of what would have been answered with a secret is answered alike', async (t) => {
  const { post } = await setUp(t);
  const url = `/v1/webhooks/${crypto.randomUUID()}/rotate-secret`;
  const [first, again] = [await post('k', undefined, url), await post('k', undefined, url)];
  assert.deepEqual([first.statusCode, again.statusCode], [404, 404]);
  assert.equal(again.body, first.body);
});

for (const key of ['', '""', 'é', '"no end', '"a"b"', 'a\tb', 'x'.repeat(256)]) {
  test(`an Idempotency-Key of ${JSON.stringify(key.slice(0, 10))} is refused`, async (t) => {
    const { post } = await setUp(t);
    const answer = await post(key);
    assert.equal(answer.statusCode, 400);
    assert.equal(problemOf(answer), 'invalid-idempotency-key');
  });
}

test('keys are forgotten after their time, and not before', async (t) => {
  const { db, post } = await setUp(t);
  await post('old');
  const age = (LIMITS.idempotencyKeySeconds + 60) * 1000;
  await db
    .updateTable('idempotency_keys')
    .set({ created_at: new Date(Date.now() - age) })
    .execute();
  await post('new');
  await forgetOldKeys(db);
  const kept = await db.selectFrom('idempotency_keys').select('key').execute();
  assert.deepEqual(kept, [{ key: 'new' }]);
});
