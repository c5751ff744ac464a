import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RenderState } from '@logomorph/contract/render.ts';
import { rowsRead } from '@logomorph/core/testing/rows-read.ts';
import { newLogo, testApp } from '../testing/app.ts';
import { manyRenders } from '../testing/many-renders.ts';
import { listRenders } from './list-renders.ts';

test('renders of several states are listed in one order, without reading those of others', async (t) => {
  const product = await testApp(t);
  const { db, tenantId } = product;
  const logoId = await newLogo(product);
  const add = (state: RenderState, count: number) => manyRenders(db, { tenantId, logoId, state, count });
  await add('queued', 300);
  await add('running', 2);
  await add('succeeded', 6000);
  const state: RenderState[] = ['queued', 'running'];
  const list = (place: { cursor?: string; before?: string }) =>
    listRenders(db, tenantId, { limit: 3, ...place }, { state });

  const first = await list({});
  const second = await list({ cursor: first.nextCursor ?? '' });
  const items = [...first.items, ...second.items];
  assert.deepEqual(
    items.map((render) => render.state),
    ['running', 'running', 'queued', 'queued', 'queued', 'queued'],
  );
  const ids = items.map(({ id }) => id);
  assert.deepEqual(ids, ids.toSorted().reverse());
  assert.deepEqual((await list({ before: second.items[0]?.id ?? '' })).items, first.items);

  const read = await rowsRead(db, 'renders', (tx) => listRenders(tx, tenantId, { limit: 20 }, { state }));
  assert.ok(read < 100, `${read} rows`);
});
