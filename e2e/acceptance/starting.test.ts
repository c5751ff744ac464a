import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiClient } from '../harness/client.ts';
import { listen } from '../harness/listen.ts';
import { LOGOS } from '../harness/logos.ts';
import { descendantsOf, stillThere } from '../harness/processes.ts';
import { newDataFolder, StartFailed, startProduct } from '../harness/product.ts';

test('a second start finds what the first stored, and a stop leaves no process', async () => {
  await using folder = await newDataFolder();
  await using first = await startProduct(folder.path, {});
  assert.match(first.key ?? '', /^lm_/);
  const api = apiClient(first.baseUrl, first.key ?? '');
  const logoId = await api.upload(await LOGOS['an SVG icon']());
  const { id } = await api.made({ logoId, recipe: { type: 'kit' } });
  const before = descendantsOf(first.pid);
  assert.ok(before.length >= 3, 'database, API and worker');
  assert.equal(await first.stop(), 0);
  assert.deepEqual(stillThere(before), []);

  await using second = await startProduct(folder.path, {});
  assert.equal(second.key, undefined);
  const again = apiClient(second.baseUrl, first.key ?? '');
  const render = await again.read(id);
  assert.equal(render.state, 'succeeded');
  for (const output of render.outputs) assert.equal((await again.download(output)).length, output.bytes);
  assert.equal(await second.stop(), 0);
});

test('after a kill without warning the next start works, on the same data', async () => {
  await using folder = await newDataFolder();
  await using first = await startProduct(folder.path, {});
  await first.kill();
  await using second = await startProduct(folder.path, {});
  const { items } = await apiClient(second.baseUrl, first.key ?? '').call('get', '/v1/renders');
  assert.deepEqual(items, []);
  assert.equal(await second.stop(), 0);
});

test('what prevents a start is said in one line, with exit code 1', async (t) => {
  await using folder = await newDataFolder();
  const taken = createServer();
  const port = String(await listen(taken));
  t.after(() => taken.close());
  const file = join(folder.path, 'file');
  await writeFile(file, 'not a folder');

  const cases: [string, Record<string, string>, RegExp][] = [
    ['a port in use', { PORT: port }, /PORT.*in use/],
    ['a data folder that cannot be made', { LOGOMORPH_DATA: join(file, 'data') }, /LOGOMORPH_DATA/],
    ['a database that is down', { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /DATABASE_URL.*ECONNREFUSED/],
    ['an admin port without a token', { ADMIN_PORT: '0' }, /ADMIN_TOKEN/],
    ['an admin port in use', { ADMIN_PORT: port, ADMIN_TOKEN: 'x'.repeat(32) }, /ADMIN_PORT.*in use/],
    ['a variable out of range', { RENDER_TIMEOUT_SECONDS: '0' }, /RENDER_TIMEOUT_SECONDS/],
    [
      'an S3 server that is down',
      { S3_BUCKET: 'logos', S3_ENDPOINT: 'http://127.0.0.1:1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' },
      /S3_BUCKET/,
    ],
  ];
  for (const [name, env, said] of cases) {
    await t.test(name, async () => {
      const failure = await startProduct(join(folder.path, 'data'), env).then(
        () => assert.fail('it started'),
        (error: unknown) => error,
      );
      assert.ok(failure instanceof StartFailed);
      assert.equal(failure.code, 1);
      assert.match(failure.stderr, said);
      assert.equal(failure.stderr.trim().split('\n').length, 1, failure.stderr);
    });
  }
});

test('one data folder has one running product', async () => {
  await using folder = await newDataFolder();
  await using first = await startProduct(folder.path, {});
  await assert.rejects(startProduct(folder.path, {}), /in use by process/);
  assert.equal(await first.stop(), 0);
});
