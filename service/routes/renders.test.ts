import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe, RECIPES } from '@logomorph/contract/recipe/recipe.ts';
import { sql } from 'kysely';
import { newLogo, OTHER_SVG, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';
import { WAITING } from '../turns.ts';

test('a render is stored with its first event and its place in the outbox, and its defaults filled', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'variant', width: 64 } };
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 202);
  const render = answer.json();
  assert.equal(render.state, 'queued');
  assert.deepEqual(render.recipe, completeRecipe('variant', { width: 64 }));
  assert.deepEqual((await app.inject({ url: String(answer.headers.location), headers })).json(), render);
  assert.deepEqual(await db.selectFrom('renders').select('id').where(WAITING).execute(), [{ id: render.id }]);
  const events = await db.selectFrom('render_events').select(['seq', 'type']).execute();
  assert.deepEqual(events, [{ seq: 1, type: 'queued' }]);
});

test('when the first event cannot be written there is no render either', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  await sql`alter table render_events add constraint broken check (false)`.execute(db);
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /constraint|render_events|at .*\.ts/);
  assert.deepEqual(await db.selectFrom('renders').selectAll().execute(), []);
});

test('the defaults of every recipe are filled, and what the product was told before has those of new fields', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const logoId = await newLogo(product);
  for (const type of Object.values(RECIPES).map(({ properties }) => properties.type.const)) {
    const payload = { logoId, recipe: { type }, ...(type === 'morph' ? { toLogoId: logoId } : {}) };
    const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
    assert.equal(answer.statusCode, 202, type);
    assert.deepEqual(answer.json().recipe, completeRecipe(type));

    // As a version stored it that knew of this one field alone.
    const old = JSON.stringify({ type, version: 1 });
    await db.updateTable('renders').set({ recipe: old }).where('id', '=', answer.json().id).execute();
    const read = await app.inject({ url: `/v1/renders/${answer.json().id}`, headers });
    assert.deepEqual(read.json().recipe, completeRecipe(type));
  }
  const list = await app.inject({ url: '/v1/renders', headers });
  assert.equal(list.json().items.length, Object.keys(RECIPES).length);
});

test('renders that are read at once by many are each told to their own tenant', async (t) => {
  const product = await testApp(t);
  const other = { ...product, ...(await product.newKey('other')) };
  const [ours, theirs, batch] = await Promise.all([
    askForPalette(product, { logoId: await newLogo(product) }),
    askForPalette(other, { logoId: await newLogo(other) }),
    askForPalette(product, { logoIds: [await newLogo(product)] }),
  ]);
  const answers = await Promise.all(
    [ours, theirs, batch, ours, theirs]
      .flatMap((made) => [product, other].map((who) => ({ id: made.json().id, who })))
      .map(({ id, who: { app, headers } }) => app.inject({ url: `/v1/renders/${id}`, headers })),
  );
  assert.deepEqual(
    answers.map((answer) => (answer.statusCode === 200 ? answer.json() : answer.statusCode)),
    [ours, 404, 404, theirs, batch, 404, ours, 404, 404, theirs].map((made) =>
      typeof made === 'number' ? made : made.json(),
    ),
  );
});

test('a render can be read on when a later version has added to its table', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const read = () => app.inject({ url: `/v1/renders/${id}`, headers });
  const before = await read();
  await sql`alter table renders add column of_later text default 'x'`.execute(db);
  const after = await read();
  assert.equal(after.statusCode, 200);
  assert.deepEqual(after.json(), before.json());
});

test('a morph has two logos of the tenant, and no other render has', async (t) => {
  const product = await testApp(t);
  const { app, headers, newKey } = product;
  const [logoId, toLogoId] = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const post = (payload: object, as = headers) =>
    app.inject({ method: 'POST', url: '/v1/renders', headers: as, payload });
  const morph = await post({ logoId, toLogoId, recipe: { type: 'morph' } });
  assert.equal(morph.statusCode, 202);
  assert.equal(morph.json().logoId, logoId);
  assert.equal(morph.json().toLogoId, toLogoId);

  for (const wrong of [
    { logoId, recipe: { type: 'morph' } },
    { logoId, toLogoId, recipe: { type: 'kit' } },
  ]) {
    const refused = await post(wrong);
    assert.equal(refused.statusCode, 422);
    assert.deepEqual(
      refused.json().errors.map(({ pointer }: { pointer: string }) => pointer),
      ['/toLogoId'],
    );
  }
  const other = await newKey('other');
  const theirs = await newLogo({ ...product, headers: other.headers });
  const missing = await post({ logoId, toLogoId: theirs, recipe: { type: 'morph' } });
  assert.equal(missing.statusCode, 404);
  assert.equal(missing.json().errors[0].pointer, '/toLogoId');
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

test('a list is of those renders that all filters let through', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const [logoId, otherId] = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const asked = [
    { logoId, type: 'kit', state: 'queued', at: '2026-01-01T00:00:00.000900Z' },
    { logoId, type: 'palette', state: 'failed', at: '2026-02-01T00:00:00Z' },
    { logoId: otherId, type: 'kit', state: 'canceled', at: '2026-03-01T00:00:00Z' },
  ] as const;
  const ids: string[] = [];
  for (const { type, state, at, ...logo } of asked) {
    const payload = { ...logo, recipe: { type } };
    const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
    // Ids begin with their time.
    const hex = Date.parse(at).toString(16).padStart(12, '0');
    const dated = `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
    await db.deleteFrom('render_events').execute();
    await db
      .updateTable('renders')
      .set({ id: dated, state, created_at: sql`${at}` })
      .where('id', '=', id)
      .execute();
    ids.push(dated);
  }
  const list = async (query: string) => {
    const answer = await app.inject({ url: `/v1/renders?${query}`, headers });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json().items.map(({ id }: { id: string }) => ids.indexOf(id));
  };
  assert.deepEqual(await list(''), [2, 1, 0]);
  assert.deepEqual(await list('state=failed&state=canceled'), [2, 1]);
  assert.deepEqual(await list('type=kit'), [2, 0]);
  assert.deepEqual(await list(`logoId=${logoId}`), [1, 0]);
  assert.deepEqual(await list(`logoId=${logoId}&type=kit&state=queued`), [0]);
  assert.deepEqual(await list('createdAfter=2026-01-15T00:00:00Z&createdBefore=2026-02-15T01:00:00%2B01:00'), [1]);
  // A client sees the first one's time without its microseconds.
  assert.deepEqual(await list('createdAfter=2026-01-01T00:00:00Z'), [2, 1]);
  assert.deepEqual(await list('createdBefore=2026-01-01T00:00:00.001Z'), [0]);
  assert.deepEqual(await list('createdBefore=0000-01-01T00:00:00Z'), []);
  for (const wrong of [
    'createdAfter=yesterday',
    'createdAfter=2026-06-30T23:59:60Z',
    'type=pdf',
    'logoId=1',
    'limit=1&limit=2',
  ]) {
    assert.equal((await app.inject({ url: `/v1/renders?${wrong}`, headers })).statusCode, 422, wrong);
  }
});

test('a priority is kept and told, also of each render in a batch', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const post = (payload: object) => app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  const logoId = await newLogo(product);
  const recipe = { type: 'kit' };
  assert.equal((await post({ logoId, recipe })).json().priority, 'normal');
  assert.equal((await post({ logoId, recipe, priority: 'low' })).json().priority, 'low');
  assert.equal((await post({ logoIds: [logoId], recipe, priority: 'high' })).json().priority, 'high');
  assert.equal((await post({ logoId, recipe, priority: 'urgent' })).statusCode, 422);
  const rows = await db
    .selectFrom('renders')
    .select('priority')
    .where('logo_id', 'is not', null)
    .orderBy('id')
    .execute();
  assert.deepEqual(
    rows.map(({ priority }) => priority),
    ['normal', 'low', 'high'],
  );
});
