import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker, type WorkerOptions } from 'bullmq';
import type { Logger } from 'pino';
import { FewStatementsClient } from '../database/client.ts';
import { CONNECTION_BOUNDS } from '../database/connect.ts';
import { inOurSession, NOT_FLUSHED } from '../database/session-options.ts';
import { inSchema, queueSchemaOf, redisPrefixOf } from '../store-namespace.ts';
import { type AskedJob, type JobQueue, jobQueue, type OpenQueue, type RenderJob } from './job-queue.ts';
import { pauseAfterFailure } from './pause-after-failure.ts';
import { postgresBackend } from './postgres-backend.ts';
import { requireRedisDatabase } from './redis-database.ts';
import { leavesUseless, requireFitRedis, takesNoWrites } from './redis-server.ts';

const NAME = 'renders';

/** Seconds after which a job whose worker says nothing any more is brought to another one. */
const LOCK = 15;

/** Seconds after which a server that does not answer is taken for one that is gone; a worker has it wait for jobs for 10. */
const PATIENCE = 15;

/** The same for a Redis that is told of jobs, which takes no time. */
const PRODUCER_PATIENCE = 5;

/** Seconds between tries of a worker to take a job while it cannot. */
const PAUSE = 1;

/** Seconds in which the queue's server can be told that no more jobs are taken. */
const CLOSE = 2;

/** Where the queue is: in Redis when its URL is given, else in Postgres. */
export interface QueueConfig {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  /** Part of either that is ours; undefined where others have none. */
  readonly storeNamespace?: string | undefined;
}

/** Does a job. Rejecting makes the queue bring the job again, later. */
type JobHandler = (job: RenderJob, signal: AbortSignal) => Promise<void>;

/** A running consumer of the queue. */
export interface JobConsumer {
  isRunning(): boolean;
  /** Rejects when the queue cannot be reached; where it is in a Redis that is down, resolves once that is back. */
  check(): Promise<void>;
  /** Takes no new job, and resolves when the current one is done. */
  close(): Promise<void>;
}

/** The producer's side. Its calls fail within about a second while the queue's server is down. */
export function connectQueue(config: QueueConfig, logger: Logger, patience: number = PATIENCE): JobQueue {
  return jobQueue(() => openQueue(config, logger, patience));
}

async function openQueue(config: QueueConfig, logger: Logger, patience: number): Promise<OpenQueue> {
  const { redisUrl } = config;
  if (redisUrl !== undefined) await requireRedisDatabase(redisUrl);
  const queue = redisUrl === undefined ? queueInPostgres(config, patience) : queueInRedis(redisUrl, prefix(config));
  queue.on('error', (error) => logger.warn({ err: error }, 'queue error'));
  try {
    await queue.waitUntilReady();
    return queue;
  } catch (error) {
    await queue.close().catch(() => {});
    throw error;
  }
}

function queueInPostgres(config: QueueConfig, patience: number) {
  const queue = new Queue(NAME, { connection: postgres(config, patience) }, postgresBackend);
  // Not by `addBulk`, which makes and drops two tables each time: that takes longer than a statement for each of a few jobs.
  const addAll = async (jobs: AskedJob[]) => {
    for (const { name, data, opts } of jobs) await queue.add(name, data, opts);
  };
  return Object.assign(queue, { addAll });
}

function queueInRedis(url: string, prefix: string) {
  const connection = { url, maxRetriesPerRequest: 1, ...leavesUseless(PRODUCER_PATIENCE) };
  const queue = new Queue(NAME, { connection, prefix, skipWaitingForReady: true });
  const client = () => queue.getBackend().client;
  // Many go by one command, of whose parts' errors the connection is not told.
  const addAll = (jobs: AskedJob[]) =>
    queue.addBulk(jobs).catch(async (error: unknown) => {
      if (error instanceof Error && takesNoWrites(error)) (await client()).disconnect(true);
      throw error;
    });
  return Object.assign(queue, { addAll, requireFit: async () => requireFitRedis(await client()) });
}

/** Starts to take jobs, one at a time: a render uses one core. */
export function consumeJobs(config: QueueConfig, handle: JobHandler, logger: Logger): JobConsumer {
  const { redisUrl } = config;
  const options = { concurrency: 1, lockDuration: LOCK * 1000, stalledInterval: (LOCK * 1000) / 3, maxStalledCount: 3 };
  const underWay = new Set<Promise<void>>();
  const processor: Processor = async (job, _token, signal) => {
    const work = handle(job.data, signal ?? new AbortController().signal);
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  };
  const worker =
    redisUrl === undefined
      ? workerInPostgres(processor, options, config)
      : workerInRedis(processor, options, redisUrl, prefix(config));
  pauseAfterFailure(worker.getBackend(), PAUSE);
  worker.on('error', (error) => logger.warn({ err: error }, 'queue error'));
  worker.on('stalled', (renderId) => logger.warn({ renderId }, 'a job stalled and is brought again'));
  return {
    isRunning: () => worker.isRunning(),
    check: worker.check,
    close: () => closeWorker(worker, underWay),
  };
}

type Processor = (job: { data: RenderJob }, token?: string, signal?: AbortSignal) => Promise<void>;

function workerInPostgres(processor: Processor, options: Omit<WorkerOptions, 'connection'>, config: QueueConfig) {
  const worker = new Worker(NAME, processor, { ...options, connection: postgres(config) }, postgresBackend);
  const check = async () => void (await worker.getBackend().isMaxed());
  return Object.assign(worker, { check });
}

function workerInRedis(processor: Processor, options: Omit<WorkerOptions, 'connection'>, url: string, prefix: string) {
  const connection = { url, maxRetriesPerRequest: null, ...leavesUseless(PATIENCE) };
  const worker = new Worker(NAME, processor, { ...options, connection, prefix });
  const check = async () => requireFitRedis(await worker.getBackend().client);
  return Object.assign(worker, { check });
}

/** Of BullMQ's workers, whatever their backend. */
interface ClosableWorker {
  close(): Promise<void>;
  getBackend(): { close(force: boolean): Promise<void> };
}

/** BullMQ would wait for a server that is down for as long as it is. A job whose end it was not told is brought again. */
async function closeWorker(worker: ClosableWorker, underWay: ReadonlySet<Promise<void>>): Promise<void> {
  const closed = worker.close().then(() => true);
  do await Promise.allSettled(underWay);
  while (!(await Promise.race([closed, sleep(CLOSE * 1000, false, { ref: false })])) && underWay.size > 0);
  await worker.getBackend().close(true);
}

/** Braces make Redis Cluster and its like keep all keys of the queue in one slot. */
function prefix({ storeNamespace }: QueueConfig): string {
  return `{${redisPrefixOf(storeNamespace)}}`;
}

/**
 * Postgres need not have written to its disk what the queue is told: it is as with Redis, where a crash may take the last
 * second. Losing all of a queue loses no work, and whoever takes a render writes that down by itself.
 */
function postgres({ databaseUrl, storeNamespace }: QueueConfig, patience: number = PATIENCE) {
  const schema = queueSchemaOf(storeNamespace);
  // BullMQ says the schema as well, but what the URL says counts.
  const connectionString = inSchema(inOurSession(databaseUrl, NOT_FLUSHED), schema);
  const bounds = { ...CONNECTION_BOUNDS, query_timeout: patience * 1000 };
  return { connectionString, Client: FewStatementsClient, schema, migrate: true, max: 4, ...bounds };
}
