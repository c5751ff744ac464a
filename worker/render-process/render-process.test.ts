import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { render as renderHere } from '../renderer/render.ts';
import { assertProblem } from '../renderer/testing/assert-problem.ts';
import { rasterLogos } from '../renderer/testing/logos.ts';
import { kitRecipe, variantRecipe } from '../renderer/testing/render-all.ts';
import { RenderCrashed } from './render-crashed.ts';
import { residentBytes } from './resident-memory.ts';
import { collect, gone, heavy, SMALL, testRenderProcess } from './testing/render-processes.ts';

const SMALL_PNG = variantRecipe({ width: 32 });

test('the files are those that the renderer makes, in its order, and so are the warnings', async (t) => {
  const { render } = await testRenderProcess(t);
  const logos = await rasterLogos();
  const script = Buffer.from(SMALL.bytes.toString().replace('<path', '<script>1</script><path'));
  for (const logo of [...Object.values(logos).slice(0, 2), { ...SMALL, bytes: script }]) {
    assert.deepEqual(await collect(render, logo, kitRecipe()), await collect(renderHere, logo, kitRecipe()));
  }
  const { warnings } = await collect(render, { ...SMALL, bytes: script }, SMALL_PNG);
  assert.equal(warnings.length, 1, warnings.join());
});

test('many renders, good and bad, are made by one process', async (t) => {
  const { render, pid, replaced } = await testRenderProcess(t);
  const first = await pid();
  const expected = await collect(renderHere, SMALL, SMALL_PNG);
  for (let n = 0; n < 50; n += 1) {
    const truncated = { ...SMALL, bytes: SMALL.bytes.subarray(0, 60) };
    await assertProblem(collect(render, truncated, SMALL_PNG), 'truncated-logo', /./);
    assert.deepEqual(await collect(render, SMALL, SMALL_PNG), expected);
  }
  assert.equal(await pid(), first);
  assert.deepEqual(replaced, []);
});

test('a fault of ours is an error with its stack for the log', async (t) => {
  const { render } = await testRenderProcess(t);
  const rejection = async () => {
    for await (const _ of render([], SMALL_PNG, { signal: new AbortController().signal, warn: () => {} }));
  };
  await assert.rejects(rejection, (error) => error instanceof Error && /render\.ts:\d+/.test(String(error.stack)));
});

test('a render that heeds its end leaves the process as it is', async (t) => {
  const { render, replaced } = await testRenderProcess(t);
  const reason = new Error('the time is over');
  const stop = new AbortController();
  const rejection = async () => {
    for await (const _ of render([SMALL], kitRecipe(), { signal: stop.signal, warn: () => {} })) {
      // By then it has made them all.
      await sleep(500);
      stop.abort(reason);
    }
  };
  await assert.rejects(rejection, reason);
  for await (const _ of render([SMALL], kitRecipe(), { signal: new AbortController().signal, warn: () => {} })) {
    await sleep(500);
    break;
  }
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, []);
});

test('a render that a library computes in a thread is ended, and the next one is made', async (t) => {
  const { render, replaced } = await testRenderProcess(t);
  const { logo, recipe } = await heavy();
  const reason = new Error('the time is over');
  const stop = new AbortController();
  setTimeout(() => stop.abort(reason), 1000);
  await assert.rejects(collect(render, logo, recipe, stop.signal), reason);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, ['not-stopped']);
});

test('a render whose main thread is blocked is ended, and the next one is made', async (t) => {
  const { render, pid, replaced } = await testRenderProcess(t);
  const reason = new Error('the time is over');
  const stop = new AbortController();
  const blocked = await pid();
  const rejection = async () => {
    for await (const _ of render([SMALL], kitRecipe(), { signal: stop.signal, warn: () => {} })) {
      process.kill(blocked, 'SIGSTOP');
      stop.abort(reason);
    }
  };
  await assert.rejects(rejection, reason);
  await gone(blocked);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, ['not-stopped']);
});

test('a render that takes too much memory fails by the limit, and the next one is made', async (t) => {
  const memoryBytes = 288 * 1024 * 1024;
  const { render, replaced } = await testRenderProcess(t, { memoryBytes });
  const { logo, recipe } = await heavy();
  await assertProblem(collect(render, logo, recipe), 'render-out-of-memory', /288 MiB/);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, ['out-of-memory']);
});

test('a process that has grown over half of the limit is replaced between two renders', async (t) => {
  const { pid } = await testRenderProcess(t);
  const { render, replaced } = await testRenderProcess(t, { memoryBytes: 1.5 * residentBytes(await pid()) });
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, ['grown', 'grown']);
});

test('a crash ends the render that it comes in, and no other', async (t) => {
  const { render, pid, replaced } = await testRenderProcess(t);
  const { logo, recipe } = await heavy();
  const crashing = await pid();
  setTimeout(() => process.kill(crashing, 'SIGSEGV'), 300);
  await assert.rejects(collect(render, logo, recipe), RenderCrashed);
  // Right away, while there is no process yet.
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  process.kill(await pid(), 'SIGKILL');
  await until(() => replaced.length === 2);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
  assert.deepEqual(replaced, ['crashed', 'crashed']);
});

test('a process that cannot be started is tried again until it can', async (t) => {
  const { execPath } = process;
  defer(t, () => {
    process.execPath = execPath;
  });
  process.execPath = '/nowhere/node';
  await assert.rejects(testRenderProcess(t), /the render process ended at its start/);
  process.execPath = execPath;
  const { render, pid, replaced } = await testRenderProcess(t);
  process.execPath = '/nowhere/node';
  process.kill(await pid(), 'SIGKILL');
  await until(() => replaced.length === 2);
  await assert.rejects(pid(), /the render process ended at its start/);
  await assert.rejects(collect(render, SMALL, SMALL_PNG), /the render process ended at its start/);
  process.execPath = execPath;
  await until(async () => (await pid().catch(() => 0)) > 0);
  assert.equal((await collect(render, SMALL, SMALL_PNG)).files.length, 1);
});

test("a terminal's Ctrl-C and the stop of a service do not end a render that is under way", async (t) => {
  const { render, pid, replaced } = await testRenderProcess(t);
  const options = { signal: new AbortController().signal, warn: () => {} };
  let files = 0;
  for await (const _ of render([SMALL], kitRecipe(), options)) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(await pid(), signal);
    files += 1;
  }
  assert.equal(files, (await collect(render, SMALL, kitRecipe())).files.length);
  assert.deepEqual(replaced, []);
});
