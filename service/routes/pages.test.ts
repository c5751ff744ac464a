import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';
import { callWebhooks, newEndpoint } from '../testing/webhook-receiver.ts';

async function read({ app, headers }: TestApp, url: string) {
  const answer = await app.inject({ url, headers });
  assert.equal(answer.statusCode, 200, answer.body);
  const { items, ...cursors } = answer.json();
  return { ids: items.map(({ id, seq }: { id?: string; seq?: number }) => id ?? seq), ...cursors };
}

/** A product with many renders, of which it gives the ids, newest first. */
async function withRenders(product: TestApp, count: number): Promise<string[]> {
  const logoId = await newLogo(product);
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.unshift((await askForPalette(product, { logoId })).json().id);
  return ids;
}

test('from any page of a list the one before is had again', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  await withRenders(product, 3);
  const logos = [await newLogo(product, OTHER_SVG), await newLogo(product, Buffer.from(`${OTHER_SVG} `))];
  for (const logoId of logos) await app.inject({ method: 'POST', url: '/v1/erasures', headers, payload: { logoId } });
  await newLogo(product, OTHER_SVG);
  await product.newKey('default');
  const { id } = await newEndpoint(product, 'https://example.com/hook');
  await newEndpoint(product, 'https://example.com/hook');
  for (let test = 0; test < 2; test += 1) await callWebhooks(product, 'POST', `/${id}/test`);
  await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'second' } });
  const lists = ['renders', 'logos', 'keys', 'webhooks', `webhooks/${id}/deliveries`, 'erasures', 'audit'];
  for (const list of lists) {
    const url = `/v1/${list}?limit=1`;
    const first = await read(product, url);
    assert.equal(first.previousCursor, undefined, list);
    const second = await read(product, `${url}&cursor=${first.nextCursor}`);
    assert.equal(second.ids.length, 1, list);
    assert.deepEqual(await read(product, `${url}&before=${second.previousCursor}`), first, list);
  }
});

test('pages back are those of the way there, and what came meanwhile is before them', async (t) => {
  const product = await testApp(t);
  const ids = await withRenders(product, 7);
  const url = '/v1/renders?limit=3';
  const first = await read(product, url);
  const second = await read(product, `${url}&cursor=${first.nextCursor}`);
  const third = await read(product, `${url}&cursor=${second.nextCursor}`);
  assert.deepEqual([first.ids, second.ids, third.ids], [ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
  assert.equal(third.nextCursor, undefined);

  const newer = await withRenders(product, 2);
  assert.deepEqual(await read(product, `${url}&before=${third.previousCursor}`), second);
  const firstAgain = await read(product, `${url}&before=${second.previousCursor}`);
  assert.deepEqual(firstAgain, { ...first, previousCursor: ids[0] });
  const top = await read(product, `${url}&before=${firstAgain.previousCursor}`);
  assert.deepEqual(top, { ids: newer, nextCursor: newer[1] });
  assert.deepEqual((await read(product, `${url}&cursor=${top.nextCursor}`)).ids, ids.slice(0, 3));
  assert.deepEqual(await read(product, `${url}&before=${newer[0]}`), { ids: [] });
});

test('what is deleted meanwhile shifts nothing, the place itself neither', async (t) => {
  const product = await testApp(t);
  const ids = await withRenders(product, 5);
  const second = await read(product, `/v1/renders?limit=2&cursor=${ids[1]}`);
  const gone = [ids[1] ?? '', ids[2] ?? ''];
  await product.db.deleteFrom('renders').where('id', 'in', gone).execute();
  assert.deepEqual(await read(product, `/v1/renders?limit=2&before=${second.previousCursor}`), {
    ids: [ids[0]],
    nextCursor: ids[0],
  });
});

test('filters hold for pages back as well', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const ids = await withRenders(product, 6);
  const canceled = ids.filter((_, index) => index % 2 === 0);
  for (const id of canceled) await app.inject({ method: 'POST', url: `/v1/renders/${id}/cancel`, headers });
  const url = '/v1/renders?limit=1&state=canceled&type=palette';
  assert.deepEqual(await read(product, `${url}&before=${canceled[2]}`), {
    ids: [canceled[1]],
    nextCursor: canceled[1],
    previousCursor: canceled[1],
  });
  const { items } = (
    await app.inject({ url: `/v1/renders?before=${ids[5]}&createdAfter=2000-01-01T00:00:00Z&transforms=true`, headers })
  ).json();
  assert.deepEqual(items, []);
});

test('a page is one before a place or after one, and a place is what places are', async (t) => {
  const { app, headers } = await testApp(t);
  const id = crypto.randomUUID();
  for (const [url, detail] of [
    [`/v1/renders?cursor=${id}&before=${id}`, 'In the query: /before must not be given together with cursor'],
    ['/v1/audit?cursor=1&before=1', 'In the query: /before must not be given together with cursor'],
    ['/v1/logos?before=1', 'In the query: /before must be a uuid'],
  ] as const) {
    const answer = await app.inject({ url, headers });
    assert.deepEqual([answer.statusCode, answer.json().detail], [422, detail], url);
  }
});
