import { readConfig } from '@logomorph/core/config.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { migrate } from '@logomorph/core/database/migrate.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { createObjectStore } from '@logomorph/core/object-store/create.ts';
import { announceReady, blame, runMain, stopOnSignal } from '@logomorph/core/process.ts';
import { consumeJobs } from '@logomorph/core/queue/connect.ts';
import { sql } from 'kysely';
import { createWorkerMetrics } from './metrics.ts';
import { startProbeServer } from './probe-server.ts';
import { handleRenderJob } from './render-job.ts';
import { restrictLibvips } from './renderer/loaders.ts';
import { render } from './renderer/render.ts';

await runMain('worker', async (env) => {
  const config = readConfig(env);
  const logger = createLogger('worker', config.logLevel);
  restrictLibvips();
  const db = connectDatabase(config.databaseUrl, logger);
  const store = createObjectStore(config.objectStore);
  const metrics = createWorkerMetrics();
  await blame('DATABASE_URL', migrate(db));
  await blame('OBJECT_FOLDER, S3_BUCKET', store.check());

  const { renderTimeout, workerDrain } = config.timeBudgets;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const deps = { db, store, logger, metrics, render, renderTimeout, die };
  const consumer = consumeJobs(config, (job, signal) => handleRenderJob(deps, job.renderId, signal), logger);
  const probes = await blame(
    'WORKER_PORT',
    startProbeServer(config.host, config.workerPort, {
      registry: metrics.registry,
      ready: async () => {
        if (!consumer.isRunning()) throw new Error('the worker takes no jobs');
        await sql`select 1`.execute(db);
        await store.check();
      },
    }),
  );

  stopOnSignal(logger, workerDrain, async () => {
    await consumer.close();
    probes.close();
    store.close();
    await db.destroy();
  });
  announceReady(probes);
  logger.info({ address: probes.address() }, 'worker ready');
});
