import { PooledClient } from '@logomorph/core/database/client.ts';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { followJobs, readJob, tell, timeJobs } from './side.ts';

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
const jobs = followJobs(count);
const work = async ({ data }: { data: { renderId: string } }) => jobs.done(data.renderId);
const worker =
  redisUrl === undefined
    ? new Worker(NAME, work, { connection: postgres, concurrency: 1 }, createPostgresBackend)
    : new Worker(NAME, work, { connection: { url: redisUrl, maxRetriesPerRequest: null }, prefix: '{bench}' });
await worker.waitUntilReady();
const ask = (at: number) => queue.add('render', { v: 1, renderId: String(at), run: 1 }, settings);
await tell(await timeJobs(count, jobs, ask), worker);
