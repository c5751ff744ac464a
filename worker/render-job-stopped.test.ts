import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { discardOutputs, removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { quarantine } from '@logomorph/core/quarantine.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { handleRenderJob } from './render-job.ts';
import { RenderCrashed } from './render-process/render-crashed.ts';
import { heavy, testRenderProcess } from './render-process/testing/render-processes.ts';
import { render } from './renderer/render.ts';
import { never, renderJobs, SVG } from './testing/render-jobs.ts';

test('a logo that cannot be rendered fails its render with a problem and leaves no output', async (t) => {
  const { deps, metrics, newRender, look } = await renderJobs(t);
  const renderId = await newRender(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><p</svg>'));
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, outputs, events } = await look(renderId);
  assert.equal(row.state, 'failed');
  assert.equal(row.error?.type, 'urn:logomorph:problem:unreadable-logo');
  assert.deepEqual(outputs, []);
  assert.deepEqual(events, ['started', 'failed']);
  assert.match(
    await metrics.registry.metrics(),
    /logomorph_jobs_failed_total\{type="kit",reason="unreadable-logo"\} 1/,
  );
});

test('a render whose logo was deleted meanwhile fails as such', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  await db.deleteFrom('logos').execute();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:logo-deleted');
});

test('a render of a logo in which something was found fails as such', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  const {
    id: logoId,
    sha256,
    tenant_id: tenantId,
  } = await db.deleteFrom('logos').returningAll().executeTakeFirstOrThrow();
  await quarantine(db, { tenantId, sha256, signature: 'Test.Infected', logoId });
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, events } = await look(renderId);
  assert.deepEqual([row.error?.type, row.error?.status], ['urn:logomorph:problem:logo-infected', 422]);
  assert.equal(row.error?.detail, 'The virus scanner calls it Test.Infected');
  assert.deepEqual(events, ['started', 'failed']);
});

test('of a render that is deleted while a file of it is stored nothing is left', async (t) => {
  const { db, deps, newRender, storedFiles } = await renderJobs(t, {
    async *render() {
      yield { name: 'late.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  const before = await storedFiles();
  const store = { ...deps.store };
  store.put = async (...file) => {
    await deps.store.put(...file);
    await db.deleteFrom('renders').execute();
  };
  await handleRenderJob({ ...deps, store }, { renderId }, never);
  assert.equal((await storedFiles()).length, before.length + 1);
  await removeDiscarded(db, store, -1);
  assert.deepEqual(await storedFiles(), before);
});

test('of a render that was deleted nothing is left, though an equal one has begun and come to nothing', async (t) => {
  let fails = false;
  const { db, deps, newRender, storedFiles } = await renderJobs(t, {
    async *render() {
      if (fails) throw new ProblemError('empty-logo', 'It shows nothing');
      yield { name: 'made.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  const before = await storedFiles();
  await handleRenderJob(deps, { renderId }, never);
  await db.transaction().execute((tx) => discardOutputs(tx, [renderId]));
  await db.updateTable('renders').set({ state: 'queued', run: 2 }).execute();
  fails = true;
  await handleRenderJob(deps, { renderId, run: 2 }, never);
  assert.equal((await storedFiles()).length, before.length + 1);
  await removeDiscarded(db, deps.store, -1);
  assert.deepEqual(await storedFiles(), before);
});

test('what fails half-way forgets the files it recorded', async (t) => {
  const { deps, newRender, look } = await renderJobs(t, {
    async *render() {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      throw new ProblemError('empty-logo', 'It shows nothing');
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, outputs } = await look(renderId);
  assert.equal(row.state, 'failed');
  assert.deepEqual(outputs, []);
});

test('a render over its time fails as such', async (t) => {
  const { deps, newRender, look } = await renderJobs(t, {
    renderTimeout: 0.05,
    async *render(_sources, _recipe, { signal }) {
      await sleep(100);
      signal.throwIfAborted();
      yield { name: 'late.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:render-timeout');
});

test('a render that crashes is tried once more', async (t) => {
  let crashes = 1;
  const { deps, newRender, look } = await renderJobs(t, {
    async *render(...given) {
      for await (const file of render(...given)) {
        yield file;
        if (crashes-- > 0) throw new RenderCrashed();
      }
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, outputs, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.deepEqual(
    outputs.map(({ position }) => position).sort((a, b) => a - b),
    [...outputs.keys()],
  );
  assert.equal(events.filter((type) => type === 'output').length, outputs.length);
});

test('a render that crashes twice fails, and is counted', async (t) => {
  const { deps, metrics, newRender, look } = await renderJobs(t, {
    async *render() {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      throw new RenderCrashed();
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, outputs } = await look(renderId);
  assert.equal(row.error?.type, 'urn:logomorph:problem:render-interrupted');
  assert.deepEqual(outputs, []);
  assert.match(
    await metrics.registry.metrics(),
    /logomorph_jobs_failed_total\{type="kit",reason="render-interrupted"\} 1/,
  );
});

test('a render that cannot be stopped fails at the end of its time, and the next one is made', async (t) => {
  const { render, replaced } = await testRenderProcess(t);
  const { deps, newRender, look } = await renderJobs(t, { render });
  const { logo, recipe } = await heavy();
  const [bad, good] = [await newRender(logo.bytes, logo.format, recipe), await newRender()];
  await handleRenderJob({ ...deps, renderTimeout: 1 }, { renderId: bad }, never);
  assert.equal((await look(bad)).render.error?.type, 'urn:logomorph:problem:render-timeout');
  await handleRenderJob(deps, { renderId: good }, never);
  assert.equal((await look(good)).render.state, 'succeeded');
  assert.deepEqual(replaced, ['not-stopped']);
});

test('a store that is down gives the job back however often, and fails the render only after an hour', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const down = { ...deps.store, get: () => Promise.reject(new Error('down')) };
  const renderId = await newRender();
  for (let n = 0; n < 8; n += 1)
    await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId }, never), /down/);
  assert.equal((await look(renderId)).render.state, 'queued');
  await db
    .updateTable('render_events')
    .set({ at: new Date(Date.now() - 3_700_000) })
    .execute();
  await handleRenderJob({ ...deps, store: down }, { renderId }, never);
  const { render: row } = await look(renderId);
  assert.equal(row.error?.type, 'urn:logomorph:problem:internal');
  assert.doesNotMatch(JSON.stringify(row.error), /down/);
});

test('a store that gives other bytes than the logo gives the job back, and nothing is made of them', async (t) => {
  const { deps, newRender, look } = await renderJobs(t);
  const other = Buffer.from(SVG.toString().replace('M2', 'M3'));
  const renderId = await newRender();
  for (const bytes of [other, SVG.subarray(0, -9)]) {
    const store = { ...deps.store, get: async () => ({ bytes: bytes.length, stream: Readable.from([bytes]) }) };
    await assert.rejects(handleRenderJob({ ...deps, store }, { renderId }, never), /gave other bytes than the logo's/);
    const { render: row, outputs } = await look(renderId);
    assert.deepEqual([row.state, outputs], ['queued', []]);
  }
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.state, 'succeeded');
});

test('a store that hangs while files are stored gives the job back, and takes no time of the render', async (t) => {
  const { deps, newRender, look } = await renderJobs(t, {
    renderTimeout: 0.2,
    async *render(_sources, _recipe, { signal }) {
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        signal.throwIfAborted();
        yield { name: `${name}.png`, mediaType: 'image/png', bytes: Buffer.from('x') };
      }
    },
  });
  const { store } = deps;
  const renderId = await newRender();
  for (const answer of ['late', 'never']) {
    const put = async () => {
      await sleep(400);
      if (answer === 'never') throw new Error('down');
    };
    await assert.rejects(
      handleRenderJob({ ...deps, store: { ...store, put } }, { renderId }, never),
      /store took|down/,
    );
    assert.equal((await look(renderId)).render.state, 'queued');
  }
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.state, 'succeeded');
});

test('a render that ends its workers is given up', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t);
  const renderId = await newRender();
  await db.updateTable('renders').set({ state: 'running', attempt: 5, interruptions: 5 }).execute();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:render-interrupted');
});

test('a render that is canceled or taken by another worker is stopped', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t, {
    async *render(_sources, _recipe, { signal }) {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      await sleep(60_000, undefined, { signal }).catch(() => {});
      throw signal.reason;
    },
  });
  const [canceled, taken] = [await newRender(), await newRender(Buffer.from(`${SVG} `))];
  const jobs = [canceled, taken].map((renderId) => handleRenderJob(deps, { renderId }, never));
  for (const renderId of [canceled, taken]) await until(async () => (await look(renderId)).outputs.length > 0);
  await db.transaction().execute((tx) => finishRender(tx, canceled, { type: 'canceled', data: {} }));
  await db.updateTable('renders').set({ attempt: 2 }).where('id', '=', taken).execute();
  await Promise.all(jobs);
  const { render: row, outputs, events } = await look(canceled);
  assert.equal(row.state, 'canceled');
  assert.deepEqual(outputs, []);
  assert.deepEqual(events, ['started', 'output', 'canceled']);
  assert.equal((await look(taken)).render.state, 'running');
});

test('a render that is canceled while it waits is not made', async (t) => {
  const { db, deps, newRender, look } = await renderJobs(t, { render: () => assert.fail('it is made') });
  const renderId = await newRender();
  await db.transaction().execute((tx) => finishRender(tx, renderId, { type: 'canceled', data: {} }));
  await handleRenderJob(deps, { renderId }, never);
  assert.deepEqual((await look(renderId)).events, ['canceled']);
});
