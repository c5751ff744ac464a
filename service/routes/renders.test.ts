import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { SVG, type TestApp, testApp } from '../testing/app.ts';

async function newLogo({ app, headers }: TestApp): Promise<string> {
  return (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json().id;
}

test('a render is stored with its first event and its place in the outbox, and its defaults filled', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'variant', width: 64 } };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 202);
  const render = answer.json();
  assert.equal(render.state, 'queued');
  assert.deepEqual(render.recipe, {
    type: 'variant',
    version: 1,
    width: 64,
    format: 'png',
    fit: 'inside',
    background: 'transparent',
    quality: 80,
  });
  assert.deepEqual((await app.inject({ url: String(answer.headers.location), headers })).json(), render);
  const outbox = await db.selectFrom('outbox').select('render_id').execute();
  assert.deepEqual(outbox, [{ render_id: render.id }]);
  const events = await db.selectFrom('render_events').select(['seq', 'type']).execute();
  assert.deepEqual(events, [{ seq: 1, type: 'queued' }]);
});

test('when the outbox cannot be written there is no render either', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  await sql`alter table outbox add constraint broken check (false)`.execute(db);
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /constraint|outbox|at .*\.ts/);
  assert.deepEqual(await db.selectFrom('renders').selectAll().execute(), []);
});

test('each broken rule of a request is pointed at', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const logoId = await newLogo(product);
  const cases: [unknown, string[]][] = [
    [{}, ['/logoId', '/recipe']],
    [{ logoId, recipe: {} }, ['/recipe/type']],
    [{ logoId, recipe: { type: 'kti' } }, ['/recipe/type']],
    [{ logoId, recipe: { type: 'kit', nmae: 'x' } }, ['/recipe/nmae']],
    [{ logoId, recipe: { type: 'variant', width: '64', height: 0 } }, ['/recipe/height', '/recipe/width']],
    [{ logoId, recipe: { type: 'variant', background: 'red; }' } }, ['/recipe/background']],
    [{ logoId: 'x', recipe: { type: 'kit' }, extra: 1 }, ['/extra', '/logoId']],
  ];
  for (const [payload, pointers] of cases) {
    const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload: JSON.stringify(payload) });
    assert.equal(answer.statusCode, 415, 'a body without a content type is not guessed at');
    const json = { ...headers, 'content-type': 'application/json' };
    const typed = await app.inject({
      method: 'POST',
      url: '/v1/renders',
      headers: json,
      payload: JSON.stringify(payload),
    });
    assert.equal(typed.statusCode, 422, JSON.stringify(payload));
    const told = typed.json().errors.map((error: { pointer: string }) => error.pointer);
    assert.deepEqual([...new Set(told)].sort(), pointers, JSON.stringify(payload));
  }
  const json = { ...headers, 'content-type': 'application/json' };
  const malformed = await app.inject({ method: 'POST', url: '/v1/renders', headers: json, payload: '{"logoId":' });
  assert.equal(malformed.statusCode, 400);
  assert.equal(malformed.json().type, 'urn:logomorph:problem:bad-request');
});

test('renders are listed in pages, newest first, of one state when asked', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const logoId = await newLogo(product);
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const payload = { logoId, recipe: { type: 'kit' } };
    ids.unshift((await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json().id);
  }
  const read: string[] = [];
  let url = '/v1/renders?limit=2';
  for (let pages = 0; pages < 3; pages += 1) {
    const { items, nextCursor } = (await app.inject({ url, headers })).json();
    read.push(...items.map((item: { id: string }) => item.id));
    assert.equal(nextCursor === undefined, pages === 2);
    url = `/v1/renders?limit=2&cursor=${nextCursor}`;
  }
  assert.deepEqual(read, ids);
  await db
    .updateTable('renders')
    .set({ state: 'failed' })
    .where('id', '=', ids[0] ?? '')
    .execute();
  const failed = (await app.inject({ url: '/v1/renders?state=failed', headers })).json().items;
  assert.deepEqual(
    failed.map((item: { id: string }) => item.id),
    [ids[0]],
  );
  assert.equal((await app.inject({ url: '/v1/renders?limit=101', headers })).statusCode, 422);
  assert.equal((await app.inject({ url: '/v1/renders?state=lost', headers })).statusCode, 422);
});

test('an output that may still come is told from one that never will', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, newKey } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const url = `/v1/renders/${id}/outputs/kit.zip`;
  assert.equal((await app.inject({ url, headers })).statusCode, 409);
  await db.updateTable('renders').set({ state: 'failed' }).execute();
  assert.equal((await app.inject({ url, headers })).statusCode, 404);
  const other = await newKey('other');
  assert.equal((await app.inject({ url: `/v1/renders/${id}`, headers: other.headers })).statusCode, 404);
});

test("another tenant's output does not exist, even by its whole address", async (t) => {
  const product = await testApp(t);
  const { app, db, store, headers, newKey } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await store.put('t/file', Buffer.from('bytes'), 'text/plain');
  const output = {
    render_id: id,
    name: 'file',
    position: 0,
    media_type: 'text/plain',
    bytes: 5,
    sha256: 'a',
    object_key: 't/file',
  };
  await db
    .insertInto('render_outputs')
    .values({ ...output, width: null, height: null })
    .execute();
  const url = `/v1/renders/${id}/outputs/file`;
  assert.equal((await app.inject({ url, headers })).body, 'bytes');
  const other = await newKey('other');
  const refused = await app.inject({ url, headers: other.headers });
  assert.equal(refused.statusCode, 404);
  assert.ok(!refused.body.includes('bytes'));
});
