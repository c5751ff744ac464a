import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { json, problem, serve } from '../client/testing/serve.ts';
import { make } from './make.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const silent = { show() {}, note() {}, end() {} };

const LOGO = { path: 'a.svg', bytes: Buffer.from('<svg/>') };

/** A logo in a folder of its own, and an API that refuses everything. */
async function scene(t: TestContext) {
  const folder = await temporaryFolder(t);
  const logo = join(folder, 'a.svg');
  await writeFile(logo, '<svg/>');
  const { baseUrl, received } = await serve(t, (_, response) => problem(response, 'forbidden', 403));
  const makeIn = (out: string) =>
    make({ recipe: { type: 'palette' }, out, api: baseUrl, key: 'k' }, [LOGO], silent, new AbortController().signal);
  return { folder, logo, received, makeIn };
}

test('nothing is asked for when the files could not be written', async (t) => {
  const { logo, received, makeIn } = await scene(t);
  await assert.rejects(makeIn(logo), { code: 'EEXIST' });
  await assert.rejects(makeIn(join(logo, 'out')), { code: 'ENOTDIR' });
  assert.equal(received.length, 0);
  assert.equal(await readFile(logo, 'utf8'), '<svg/>');
});

test('who gives up waits no longer than a while for an API that does not answer, and nothing is left', async (t) => {
  const folder = await temporaryFolder(t);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const stop = new AbortController();
  const { baseUrl } = await serve(t, ({ method }, response) => {
    if (method === 'GET') return json(response, { id: 'logo' });
    stop.abort();
    t.mock.timers.tick(5000);
  });
  const out = join(folder, 'out');
  const request: Parameters<typeof make>[0] = {
    recipe: { type: 'palette' },
    out,
    api: baseUrl,
    key: 'k',
  };
  await assert.rejects(make(request, [LOGO], silent, stop.signal), { name: 'AbortError' });
  assert.deepEqual(await readdir(folder), []);
});

test('what the API refuses leaves no folder', async (t) => {
  const { folder, received, makeIn } = await scene(t);
  await assert.rejects(makeIn(join(folder, 'new', 'out')), { code: 'forbidden' });
  assert.equal(received.length, 1);
  assert.deepEqual(await readdir(folder), ['a.svg']);
});
