import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '@logomorph/core/testing/until.ts';
import { runProduct } from './run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('a first key that is being made while the product is stopped is shown', async (t) => {
  const root = temporaryFolder(t);
  const made = join(root, 'made');
  mkdirSync(join(root, 'service'));
  writeFileSync(
    join(root, 'service/create-key.ts'),
    `require('node:fs').writeFileSync(${JSON.stringify(made)}, '');
    setTimeout(() => console.log('lm_first'), 1000);`,
  );
  const service = {
    name: 'service',
    file: join(import.meta.dirname, 'testing/fake-program.ts'),
    env: { NAME: 'service', LOG: join(root, 'log'), SECRETS_KEY: 'given' },
  };
  const settings = { root, dataFolder: join(root, 'data'), databaseUrl: 'postgres://none', drainSeconds: 10 };
  const stop = Promise.withResolvers<void>();
  const request = { asked: false, stop: stop.promise, stopNow: new Promise<void>(() => {}) };
  const said: string[] = [];
  const voice = { say: (text: string) => said.push(text), warn: (line: string) => said.push(line) };
  const ran = runProduct({ ...settings, service, workers: [] }, request, voice);
  await until(() => existsSync(made));
  request.asked = true;
  stop.resolve();
  assert.equal(await ran, 0);
  assert.match(said[0] ?? '', /^Stopping/);
  assert.deepEqual(said.slice(1), ['  Key    lm_first\n         It is shown this once: keep it.']);
});
