import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { holdContentKey } from '@logomorph/core/hold-content-key.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { quarantine } from '@logomorph/core/quarantine.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { untilOneWaits } from '@logomorph/core/testing/until-one-waits.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import { createWorkerMetrics } from './metrics.ts';
import { handleRenderJob, type RenderJobDeps } from './render-job.ts';
import { RenderCrashed } from './render-process/render-crashed.ts';
import { heavy, testRenderProcess } from './render-process/testing/render-processes.ts';
import { restrictLibvips } from './renderer/loaders.ts';
import { render } from './renderer/render.ts';
import { storeRender } from './testing/store-render.ts';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>');
const RECIPE = { type: 'kit', version: 1, name: 'A', background: '#ffffff', themeColor: '#ffffff' } as const;
const never = new AbortController().signal;

async function setUp(t: TestContext, overrides: Partial<RenderJobDeps> = {}) {
  restrictLibvips();
  const { db } = await testDatabase(t);
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-worker-'));
  defer(t, () => rm(folder, { recursive: true, force: true }));
  const store = folderStore(folder);
  const metrics = createWorkerMetrics();
  const deps: RenderJobDeps = {
    db,
    store,
    logger: silent,
    metrics,
    render,
    renderTimeout: 20,
    ...overrides,
  };
  const tenantId = crypto.randomUUID();
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();

  const newRender = (bytes: Buffer = SVG, format: LogoFormat = 'svg', recipe: object = RECIPE) =>
    storeRender({ db, store, tenantId }, bytes, format, recipe);
  const look = async (renderId: string) => ({
    render: await db.selectFrom('renders').selectAll().where('id', '=', renderId).executeTakeFirstOrThrow(),
    outputs: await db.selectFrom('render_outputs').selectAll().where('render_id', '=', renderId).execute(),
    events: (
      await db.selectFrom('render_events').select('type').where('render_id', '=', renderId).orderBy('seq').execute()
    ).map(({ type }) => type),
  });
  const filesIn = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  return { db, deps, metrics, newRender, look, filesIn };
}

test('a job brought twice makes the same files and one set of events', async (t) => {
  const { db, deps, newRender, look, filesIn } = await setUp(t);
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
  const first = await look(renderId);
  const files = await filesIn();
  assert.equal(first.render.state, 'succeeded');
  assert.ok(first.outputs.some(({ name }) => name === 'kit.zip'));
  assert.equal(first.events[0], 'started');
  assert.equal(first.events.at(-1), 'succeeded');
  assert.equal(first.events.filter((type) => type === 'output').length, first.outputs.length);

  await handleRenderJob(deps, { renderId: renderId }, never);
  assert.deepEqual(await look(renderId), first);

  // As if the worker had died right before the end, and another began anew.
  await db.updateTable('renders').set({ state: 'running', finished_at: null }).execute();
  await handleRenderJob(deps, { renderId: renderId }, never);
  const again = await look(renderId);
  assert.deepEqual(again.outputs, first.outputs);
  assert.deepEqual(again.events, first.events);
  assert.deepEqual(await filesIn(), files);
});

test('a worker says where it stores before it does, and waits for whoever removes there', async (t) => {
  const { db, deps, newRender, look, filesIn } = await setUp(t);
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId }, never);
  const { render: made, outputs } = await look(renderId);
  const prefix = `${made.tenant_id}/outputs/${made.content_key}/`;
  assert.ok(outputs.length > 0 && outputs.every(({ object_key }) => object_key.startsWith(prefix)));

  await db.updateTable('renders').where('id', '=', renderId).set({ state: 'queued', content_key: null }).execute();
  await deps.store.removeListed(outputs.map(({ object_key: key, bytes }) => ({ key, version: undefined, bytes })));
  const files = await filesIn();
  const again = await db.transaction().execute(async (tx) => {
    await holdContentKey(tx, prefix);
    const job = handleRenderJob(deps, { renderId }, never);
    await untilOneWaits(db);
    assert.deepEqual(await filesIn(), files);
    // Meanwhile the render is canceled.
    await db.transaction().execute((other) => finishRender(other, renderId, { type: 'canceled', data: {} }));
    return { job };
  });
  await again.job;
  assert.deepEqual(await filesIn(), files);
  assert.equal((await look(renderId)).render.content_key, null);
});

test('two workers on one render end in one result', async (t) => {
  const { deps, newRender, look } = await setUp(t);
  const renderId = await newRender();
  await Promise.all([
    handleRenderJob(deps, { renderId: renderId }, never),
    handleRenderJob(deps, { renderId: renderId }, never),
  ]);
  const { render: row, events, outputs } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.equal(events.filter((type) => type === 'succeeded').length, 1);
  assert.equal(events.filter((type) => type === 'output').length, outputs.length);
});

test('a logo that cannot be rendered fails its render with a problem and leaves no output', async (t) => {
  const { deps, metrics, newRender, look } = await setUp(t);
  const renderId = await newRender(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><p</svg>'));
  await handleRenderJob(deps, { renderId: renderId }, never);
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
  const { db, deps, newRender, look } = await setUp(t);
  const renderId = await newRender();
  await db.deleteFrom('logos').execute();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:logo-deleted');
});

test('a render of a logo in which something was found fails as such', async (t) => {
  const { db, deps, newRender, look } = await setUp(t);
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

test('a render of a held logo is not made, though a job of it was brought', async (t) => {
  const { db, deps, newRender, look } = await setUp(t);
  const renderId = await newRender();
  await db.updateTable('logos').set({ scan: 'pending' }).execute();
  await handleRenderJob(deps, { renderId }, never);
  const { render: row, events } = await look(renderId);
  assert.deepEqual([row.state, row.attempt, events], ['queued', 0, []]);
  await db.updateTable('logos').set({ scan: null }).execute();
  await handleRenderJob(deps, { renderId }, never);
  assert.equal((await look(renderId)).render.state, 'succeeded');
});

test('of a render that is deleted while a file of it is stored nothing is left', async (t) => {
  const { db, deps, newRender, filesIn } = await setUp(t, {
    async *render() {
      yield { name: 'late.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  const before = await filesIn();
  const store = { ...deps.store };
  store.put = async (...file) => {
    await deps.store.put(...file);
    await db.deleteFrom('renders').execute();
  };
  await handleRenderJob({ ...deps, store }, { renderId }, never);
  assert.equal((await filesIn()).length, before.length + 1);
  await removeDiscarded(db, store, { seconds: -1, limit: 10 });
  assert.deepEqual(await filesIn(), before);
});

test('what fails half-way forgets the files it recorded', async (t) => {
  const { deps, newRender, look } = await setUp(t, {
    async *render() {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      throw new ProblemError('empty-logo', 'It shows nothing');
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
  const { render: row, outputs } = await look(renderId);
  assert.equal(row.state, 'failed');
  assert.deepEqual(outputs, []);
});

test('what a render warns of is kept with it', async (t) => {
  const { deps, newRender, look } = await setUp(t, {
    async *render(_sources, _recipe, { warn }) {
      for (const name of ['script', 'script', 'a\u0000b']) warn(`left out of the SVG: ${name}`);
      yield { name: 'Set.appiconset/file.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
  const { render: row, outputs } = await look(renderId);
  assert.deepEqual(row.warnings, ['left out of the SVG: script', 'left out of the SVG: a b']);
  assert.deepEqual(
    outputs.map(({ name }) => name),
    ['Set.appiconset/file.png'],
  );
});

test('a render over its time fails as such', async (t) => {
  const { deps, newRender, look } = await setUp(t, {
    renderTimeout: 0.05,
    async *render(_sources, _recipe, { signal }) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      signal.throwIfAborted();
      yield { name: 'late.png', mediaType: 'image/png', bytes: Buffer.from('x') };
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:render-timeout');
});

test('a render that crashes is tried once more', async (t) => {
  let crashes = 1;
  const { deps, newRender, look } = await setUp(t, {
    async *render(...given) {
      for await (const file of render(...given)) {
        yield file;
        if (crashes-- > 0) throw new RenderCrashed();
      }
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
  const { render: row, outputs, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.deepEqual(
    outputs.map(({ position }) => position).sort((a, b) => a - b),
    [...outputs.keys()],
  );
  assert.equal(events.filter((type) => type === 'output').length, outputs.length);
});

test('a render that crashes twice fails, and is counted', async (t) => {
  const { deps, metrics, newRender, look } = await setUp(t, {
    async *render() {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      throw new RenderCrashed();
    },
  });
  const renderId = await newRender();
  await handleRenderJob(deps, { renderId: renderId }, never);
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
  const { deps, newRender, look } = await setUp(t, { render });
  const { logo, recipe } = await heavy();
  const [bad, good] = [await newRender(logo.bytes, logo.format, recipe), await newRender()];
  await handleRenderJob({ ...deps, renderTimeout: 1 }, { renderId: bad }, never);
  assert.equal((await look(bad)).render.error?.type, 'urn:logomorph:problem:render-timeout');
  await handleRenderJob(deps, { renderId: good }, never);
  assert.equal((await look(good)).render.state, 'succeeded');
  assert.deepEqual(replaced, ['not-stopped']);
});

test('a store that is down gives the job back however often, and fails the render only after an hour', async (t) => {
  const { db, deps, newRender, look } = await setUp(t);
  const down = { ...deps.store, get: () => Promise.reject(new Error('down')) };
  const renderId = await newRender();
  for (let n = 0; n < 8; n += 1)
    await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId: renderId }, never), /down/);
  assert.equal((await look(renderId)).render.state, 'queued');
  await db
    .updateTable('render_events')
    .set({ at: new Date(Date.now() - 3_700_000) })
    .execute();
  await handleRenderJob({ ...deps, store: down }, { renderId: renderId }, never);
  const { render: row } = await look(renderId);
  assert.equal(row.error?.type, 'urn:logomorph:problem:internal');
  assert.doesNotMatch(JSON.stringify(row.error), /down/);
});

test('a store that hangs while files are stored gives the job back, and takes no time of the render', async (t) => {
  const { deps, newRender, look } = await setUp(t, {
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

test('a store that was down and is back ends in a kit', async (t) => {
  const { deps, newRender, look } = await setUp(t);
  const down = { ...deps.store, get: () => Promise.reject(new Error('down')) };
  const renderId = await newRender();
  await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId: renderId }, never));
  await handleRenderJob(deps, { renderId: renderId }, never);
  const { render: row, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  assert.equal(events.filter((type) => type === 'started').length, 1);
});

test('a render that ends its workers is given up', async (t) => {
  const { db, deps, newRender, look } = await setUp(t);
  const renderId = await newRender();
  await db.updateTable('renders').set({ state: 'running', attempt: 5, interruptions: 5 }).execute();
  await handleRenderJob(deps, { renderId: renderId }, never);
  assert.equal((await look(renderId)).render.error?.type, 'urn:logomorph:problem:render-interrupted');
});

test('a render that is canceled or taken by another worker is stopped', async (t) => {
  const { db, deps, newRender, look } = await setUp(t, {
    async *render(_sources, _recipe, { signal }) {
      yield { name: 'half.png', mediaType: 'image/png', bytes: Buffer.from('x') };
      await sleep(60_000, undefined, { signal }).catch(() => {});
      throw signal.reason;
    },
  });
  const [canceled, taken] = [await newRender(), await newRender(Buffer.from(`${SVG} `))];
  const jobs = [canceled, taken].map((renderId) => handleRenderJob(deps, { renderId: renderId }, never));
  for (const renderId of [canceled, taken]) while ((await look(renderId)).outputs.length === 0) await sleep(10);
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
  const { db, deps, newRender, look } = await setUp(t, { render: () => assert.fail('it is made') });
  const renderId = await newRender();
  await db.transaction().execute((tx) => finishRender(tx, renderId, { type: 'canceled', data: {} }));
  await handleRenderJob(deps, { renderId: renderId }, never);
  assert.deepEqual((await look(renderId)).events, ['canceled']);
});

test('a run that was asked for again is made like the first, and the job of the first does nothing any more', async (t) => {
  const { db, deps, newRender, look } = await setUp(t);
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
  const down = { ...deps.store, get: () => Promise.reject(new Error('down')) };
  await assert.rejects(handleRenderJob({ ...deps, store: down }, { renderId, run: 2 }, never), /down/);
  await handleRenderJob(deps, { renderId, run: 2 }, never);
  const { render: row, outputs, events } = await look(renderId);
  assert.equal(row.state, 'succeeded');
  const run = ['started', ...outputs.map(() => 'output'), 'succeeded'];
  assert.deepEqual(events, [...failed.events, ...run]);
});

test('the log says which request a render comes of', async (t) => {
  const log = testLog();
  const { db, deps, newRender } = await setUp(t, { logger: log.logger });
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
