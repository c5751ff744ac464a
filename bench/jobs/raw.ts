import { PooledClient } from '@logomorph/core/database/client.ts';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { readJob, repeatedly, tell } from './side.ts';

// BullMQ alone: jobs are added, and a worker does nothing with each.
const {
  count,
  config: { databaseUrl, redisUrl },
} = readJob();
const NAME = 'bench-raw';
const settings = { removeOnComplete: true, removeOnFail: true };
const postgres = { connectionString: databaseUrl, Client: PooledClient, schema: 'bullmq', migrate: true, max: 4 };
const queue =
  redisUrl === undefined
    ? new Queue(NAME, { connection: postgres }, createPostgresBackend)
    : new Queue(NAME, { connection: { url: redisUrl }, prefix: '{bench}' });
await queue.waitUntilReady();
let done = 0;
const all = Promise.withResolvers<void>();
const work = async () => {
  done += 1;
  if (done === count + 1) all.resolve();
};
const worker =
  redisUrl === undefined
    ? new Worker(NAME, work, { connection: postgres, concurrency: 1 }, createPostgresBackend)
    : new Worker(NAME, work, { connection: { url: redisUrl, maxRetriesPerRequest: null }, prefix: '{bench}' });
await worker.waitUntilReady();
await queue.add('warm', {}, settings);
while (done < 1) await new Promise((resolve) => setTimeout(resolve, 10));
const start = performance.now();
await repeatedly(count, (at) => queue.add('render', { v: 1, renderId: String(at), run: 1 }, settings));
await all.promise;
tell(performance.now() - start);
