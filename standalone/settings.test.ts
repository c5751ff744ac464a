import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '@logomorph/core/config.ts';
import { readSettings } from './settings.ts';

const read = (env: Record<string, string>) => readSettings(env, '/project', 4);

test('without any variable all is inside the project', () => {
  const { dataFolder, databaseUrl, service, workers } = read({});
  assert.equal(dataFolder, '/project/.data');
  assert.equal(databaseUrl, undefined);
  assert.equal(service.env.OBJECT_FOLDER, '/project/.data/objects');
  assert.deepEqual(
    workers.map(({ env }) => env.WORKER_PORT),
    ['4001', '4002', '4003'],
  );
});

test('given services are used, and no object folder beside a bucket', () => {
  const { databaseUrl, service } = read({
    DATABASE_URL: 'postgres://db/x',
    REDIS_URL: 'redis://cache',
    S3_BUCKET: 'logos',
  });
  assert.equal(databaseUrl, 'postgres://db/x');
  assert.equal(service.env.REDIS_URL, 'redis://cache');
  assert.equal(service.env.OBJECT_FOLDER, undefined);
});

test('the number of workers is cores but one, at least one, or what is given', () => {
  assert.equal(readSettings({}, '/project', 1).workers.length, 1);
  assert.equal(read({ LOGOMORPH_WORKERS: '0' }).workers.length, 0);
  for (const given of ['1.5', ' ', '-1', '1e1', '0x1'])
    assert.throws(() => read({ LOGOMORPH_WORKERS: given }), /^StartError: LOGOMORPH_WORKERS: must be a whole/, given);
  const tooMany = { WORKER_PORT: '65535', LOGOMORPH_WORKERS: '2' };
  assert.throws(() => read(tooMany), /^StartError: LOGOMORPH_WORKERS: must be a whole number from 0 to 1$/);
});

test('what Node is told by the environment holds for workers too, after what is ours', () => {
  const options = (env: Record<string, string>) => read(env).workers[0]?.env.NODE_OPTIONS;
  assert.equal(options({}), '--max-semi-space-size=1');
  assert.equal(options({ NODE_OPTIONS: '--trace-gc' }), '--max-semi-space-size=1 --trace-gc');
});

test('free ports stay free ports for every worker', () => {
  const { workers } = read({ WORKER_PORT: '0' });
  assert.deepEqual(
    workers.map(({ env }) => env.WORKER_PORT),
    ['0', '0', '0'],
  );
});

test("what is wrong with the programs' variables is said before anything starts", () => {
  assert.throws(() => read({ PORT: 'x' }), ConfigError);
});
