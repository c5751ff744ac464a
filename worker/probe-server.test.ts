import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { consumeJobs } from '@logomorph/core/queue/connect.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { createWorkerMetrics } from './metrics.ts';
import { startProbeServer } from './probe-server.ts';
import { checkWorker, type WorkerParts } from './readiness.ts';

/** A worker's probes; its queue is in Postgres unless something else is said. */
async function probed(t: TestContext, other: Partial<WorkerParts> = {}) {
  const { db, url } = await testDatabase(t);
  const folder = join(await temporaryFolder(t), 'objects');
  const consumer = consumeJobs({ redisUrl: undefined, databaseUrl: url }, async () => {}, silent);
  const well = {
    config: { redisUrl: undefined },
    consumer,
    renderer: { ready: async () => {} },
    db,
    store: folderStore(folder),
  };
  const parts = { ...well, ...other };
  const metrics = createWorkerMetrics();
  const server = await startProbeServer('127.0.0.1', 0, { metrics, ready: () => checkWorker(parts) });
  defer(t, async () => {
    server.close();
    await Promise.all([once(server, 'close'), consumer.close()]);
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${address.port}${path}`, { headers: { connection: 'close' } });
    return { status: answer.status, text: await answer.text() };
  };
  const ready = async () => {
    const { status, text } = await ask('/health/ready');
    return { status, ...JSON.parse(text) };
  };
  return { ask, ready, consumer, folder };
}

test('a worker is ready while all that it needs is there, and says what is not', async (t) => {
  const { ready, ask, consumer, folder } = await probed(t);
  assert.match((await ask('/metrics')).text, /^logomorph_ready 0$/m);
  assert.deepEqual(await ready(), { status: 'ready' });
  assert.match((await ask('/metrics')).text, /^logomorph_ready 1$/m);
  assert.equal((await ask('/health/ready')).status, 200);
  await rename(folder, `${folder}-away`);
  assert.equal((await ask('/health/ready')).status, 503);
  assert.match((await ready()).detail, /^OBJECT_FOLDER, S3_BUCKET: ENOENT/);
  assert.match((await ask('/metrics')).text, /^logomorph_ready 0$/m);
  assert.equal((await ask('/health')).status, 200, 'it is alive all the same');
  await rename(`${folder}-away`, folder);
  await consumer.close();
  assert.deepEqual(await ready(), { status: 'not-ready', detail: 'the worker takes no jobs' });
});

test('a worker whose Redis does not answer is not ready', async (t) => {
  // As BullMQ does, which waits until its Redis is back.
  const consumer = { isRunning: () => true, check: () => new Promise<void>(() => {}) };
  const { ready, ask } = await probed(t, { config: { redisUrl: 'redis://hangs' }, consumer });
  assert.deepEqual(await ready(), { status: 'not-ready', detail: 'REDIS_URL: no answer in 2 s' });
  assert.match((await ask('/metrics')).text, /logomorph_jobs_completed_total/);
  assert.equal((await ask('/elsewhere')).status, 404);
});
