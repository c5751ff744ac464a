import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { holdContentKey } from '@logomorph/core/hold-content-key.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import { handleRenderJob } from './render-job.ts';
import { never, renderJobs, SVG } from './testing/render-jobs.ts';

test('a job brought twice makes the same files and one set of events', async (t) => {
  const { db, deps, newRender, look, storedFiles } = await renderJobs(t);
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const first = await look(renderId);
  const files = await storedFiles();
  assert.equal(first.render.state, 'succeeded');
  assert.ok(first.outputs.some(({ name }) => name === 'kit.zip'));
  assert.equal(first.events[0], 'started');
  assert.equal(first.events.at(-1), 'succeeded');
  assert.equal(first.events.filter((type) => type === 'output').length, first.outputs.length);

  await handleRenderJob(deps, { renderId }, never);
  assert.deepEqual(await look(renderId), first);

  // As if the worker had died right before the end, and another began anew.
  await db.updateTable('renders').set({ state: 'running', finished_at: null }).execute();
  await handleRenderJob(deps, { renderId }, never);
  const again = await look(renderId);
  assert.deepEqual(again.outputs, first.outputs);
  assert.deepEqual(again.events, first.events);
  assert.deepEqual(await storedFiles(), files);
});

test('a worker says where it stores before it does, and waits for whoever removes there', async (t) => {
  const { db, deps, newRender, look, storedFiles } = await renderJobs(t);
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: made, outputs } = await look(renderId);
  const prefix = `${made.tenant_id}/outputs/${made.content_key}/`;
  assert.ok(outputs.length > 0 && outputs.every(({ object_key }) => object_key.startsWith(prefix)));

  await db.updateTable('renders').where('id', '=', renderId).set({ state: 'queued', content_key: null }).execute();
  await deps.store.removeListed(outputs.map(({ object_key: key, bytes }) => ({ key, version: undefined, bytes })));
  const files = await storedFiles();
  const again = await db.transaction().execute(async (tx) => {
    await holdContentKey(tx, prefix);
    const job = handleRenderJob(deps, { renderId }, never);
    await untilWaiting(db, 1);
    assert.deepEqual(await storedFiles(), files);
    // Meanwhile the render is canceled.
    await db.transaction().execute((other) => finishRender(other, renderId, { type: 'canceled', data: {} }));
    return { job };
  });
  await again.job;
  assert.deepEqual(await storedFiles(), files);
  assert.equal((await look(renderId)).render.content_key, null);
});

test('two workers on one render end in one result', async (t) => {
  const { deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  await Promise.all([handleRenderJob(deps, { renderId }, never), handleRenderJob(deps, { renderId }, never)]);
  const { render: row, events, outputs } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.equal(events.filter((type) => type === 'succeeded').length, 1);
  assert.equal(events.filter((type) => type === 'output').length, outputs.length);
});

test('a render of a held logo is not made, though a job of it was brought', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  await db.updateTable('logos').set({ scan: 'pending' }).execute();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, events } = await look(renderId);
  assert.deepEqual([row.state, row.attempt, events], ['queued', 0, []]);
  await db.updateTable('logos').set({ scan: null }).execute();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.state, 'succeeded');
});

test('what a render warns of is kept with it', async (t) => {
  const { deps, newRender, look } = await renderJobs(t, {
    async *render(_sources, _recipe, { warn }) {
      for (const name of ['script', 'script', 'a\u0000b']) warn(`left out of the SVG: ${name}`);
      yield { name: 'Set.appiconset/file.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, outputs } = await look(renderId);
  assert.deepEqual(row.warnings, ['left out of the SVG: script', 'left out of the SVG: a b']);
  assert.deepEqual(
    outputs.map(({ name }) => name),
    ['Set.appiconset/file.png'],
  );
});

test('a store that was down and is back ends in a kit', async (t) => {
  const { deps, newRender, look } = await renderJobs(t);
  const down = { ...deps.store, get: () => Promise.reject(new Error('down')) };
  const renderId = await newRender();
  await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId }, never));
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.equal(events.filter((type) => type === 'started').length, 1);
});

test('a run that was asked for again is made like the first, and the job of the first does nothing any more', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  await handleRenderJob({ ...deps, renderTimeout: 0 }, { renderId }, never);
  const failed = await look(renderId);
  assert.equal(failed.render.state, 'failed');
  await db
    .updateTable('render_events')
    .set({ at: new Date(Date.now() - 3_700_000) })
    .execute();
  await db.updateTable('renders').set({ state: 'queued', run: 2 }).execute();
  await handleRenderJob(deps, { renderId, run: 1 }, never);
  assert.equal((await look(renderId)).render.state, 'queued');
  // Its hour begins anew.
  const down = { ...deps.store, put: () => Promise.reject(new Error('down')) };
  await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId, run: 2 }, never), /down/);
  await handleRenderJob(deps, { renderId, run: 2 }, never);
  const { render: row, outputs, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  const run = ['started', ...outputs.map(() => 'output'), 'succeeded'];
  assert.deepEqual(events, [...failed.events, ...run]);
});

test('the bytes of a logo are read once for renders that come one after the other', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const got: string[] = [];
  const get: typeof deps.store.get = (key, part) => {
    got.push(key);
    return deps.store.get(key, part);
  };
  const store = { ...deps.store, get };
  const renderId = await newRender();
  await handleRenderJob({ ...deps, store }, { renderId }, never);
  await db.updateTable('renders').set({ state: 'running', finished_at: null }).execute();
  await handleRenderJob({ ...deps, store }, { renderId }, never);
  const { render } = await look(renderId);
  assert.deepEqual([render.state, render.attempt, got.length], ['succeeded', 2, 1]);
});

test('the log says which request a render comes of', async (t) => {
  const log = testLog();
  const { db, deps, newRender } = await renderJobs(t, { logger: log.logger });
  const origin = { requestId: 'mine', traceparent: `00-${'ab'.repeat(16)}-00f067aa0ba902b7-01` };
  const [asked, old] = [await newRender(), await newRender(Buffer.concat([SVG, Buffer.from(' ')]))];
  await db
    .updateTable('renders')
    .set({ origin: toColumn(origin) })
    .where('id', '=', asked)
    .execute();
  for (const renderId of [asked, old]) await handleRenderJob(deps, { renderId }, never);
  const [first, second] = log.lines('render succeeded');
  assert.deepEqual([first?.renderId, first?.requestId, first?.traceId], [asked, 'mine', 'ab'.repeat(16)]);
  assert.deepEqual([second?.renderId, second?.requestId], [old, undefined], 'one of a version before is made as well');
});
