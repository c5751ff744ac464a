import { readConfig } from '@logomorph/core/config.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { meetSchema } from '@logomorph/core/database/migrate.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { createObjectStore } from '@logomorph/core/object-store/create.ts';
import { announceReady, blame, runMain, stopOnSignal } from '@logomorph/core/process.ts';
import { consumeJobs, type JobConsumer } from '@logomorph/core/queue/connect.ts';
import type { RenderJob } from '@logomorph/core/queue/job-queue.ts';
import { createWorkerMetrics } from './metrics.ts';
import { startProbeServer } from './probe-server.ts';
import { checkWorker } from './readiness.ts';
import { handleRenderJob } from './render-job.ts';
import { startRenderProcess } from './render-process/render-process.ts';
import { sourceMemory } from './source-memory.ts';

await runMain('worker', async (env) => {
  const config = readConfig(env);
  const logger = createLogger('worker', config.logLevel);
  const db = connectDatabase(config.databaseUrl, logger);
  const store = createObjectStore(config.objectStore, logger, config.storeNamespace);
  const metrics = createWorkerMetrics();
  const [renderer] = await Promise.all([
    startRenderProcess({
      env,
      onReplaced(reason) {
        metrics.renderProcessesReplaced.inc({ reason });
        logger.warn({ reason }, 'the render process is replaced');
      },
    }),
    blame('DATABASE_URL', meetSchema(db, config, logger)),
    blame('OBJECT_FOLDER, S3_BUCKET', store.check()),
  ]);

  const { renderTimeout, workerDrain } = config.timeBudgets;
  const deps = { db, store, sources: sourceMemory(), logger, metrics, render: renderer.render, renderTimeout };
  const handle = async (job: RenderJob, signal: AbortSignal) => {
    // The start of a process counts for no render's time.
    await renderer.ready();
    await handleRenderJob(deps, job, signal);
  };
  let consumer: JobConsumer | undefined;
  const probes = await blame(
    'WORKER_PORT',
    startProbeServer(config.host, config.workerPort, {
      metrics,
      ready: () => checkWorker({ config, consumer, renderer, db, store }),
    }),
  );
  // Only now: a worker whose port is taken ends, and would leave the job that it has just begun.
  consumer = consumeJobs(config, handle, logger);

  stopOnSignal(logger, workerDrain, async () => {
    await consumer?.close();
    await renderer.close();
    probes.close();
    store.close();
    await db.destroy();
  });
  announceReady(probes);
  logger.info({ address: probes.address() }, 'worker ready');
});
