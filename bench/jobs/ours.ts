import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { connectQueue, consumeJobs } from '@logomorph/core/queue/connect.ts';
import { listenForRenders } from '@logomorph/core/render-signals.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { startRelay } from '@logomorph/service/relay.ts';
import { connectRelayDatabase } from '@logomorph/service/relay-database.ts';
import { renderCreator } from '@logomorph/service/use-cases/new-render.ts';
import { ensureTenant } from '@logomorph/service/use-cases/tenants.ts';
import { createWorkerMetrics } from '@logomorph/worker/metrics.ts';
import { handleRenderJob } from '@logomorph/worker/render-job.ts';
import { sourceMemory } from '@logomorph/worker/source-memory.ts';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { followJobs, readJob, tell, timeJobs } from './side.ts';

// All that the product does of a render but its pictures: it is created, handed over, taken and finished, with its events,
// its usage and its notifications.
const { count, config, objects } = readJob();
const logger = pino({ level: 'silent' });
const db = connectDatabase(config.databaseUrl, logger);
const store = folderStore(objects);
const tenantId = await ensureTenant(db, 'bench');
const id = uuid();
const bytes = Buffer.from(`<svg><!-- ${id} --></svg>`);
const logo = { id, tenant_id: tenantId, format: 'svg' as const, bytes: bytes.length, sha256: sha256(bytes) };
const objectKey = `${tenantId}/logos/${logo.id}`;
await store.put(objectKey, bytes, 'image/svg+xml');
await db
  .insertInto('logos')
  .values({ ...logo, object_key: objectKey })
  .execute();

const queue = connectQueue(config, logger);
const relay = startRelay(connectRelayDatabase(config.databaseUrl, logger), queue, 0.5, logger);
listenForRenders(config.databaseUrl, logger, relay.onRenderEvent);
const deps = {
  db,
  store,
  sources: sourceMemory(),
  logger,
  metrics: createWorkerMetrics(),
  render: async function* () {},
  renderTimeout: 30,
};
const jobs = followJobs(count);
const consumer = consumeJobs(
  config,
  async (job, signal) => {
    await handleRenderJob(deps, job, signal);
    jobs.done(job.renderId);
  },
  logger,
);
const quotas = { rendersPerDay: null, unfinishedRenders: null, storedBytes: null };
const recipe = completeRecipe('variant', { format: 'png', width: 64 });
const create = renderCreator({ db, config: { quotas }, logger });
const submit = async () => {
  await create(byOperator(tenantId), { logoId: logo.id, recipe });
  relay.wake();
};
const taken = await timeJobs(count, jobs, submit);
const { finished } = await db
  .selectFrom('renders')
  .select(({ fn }) => fn.countAll<string>().as('finished'))
  .where('logo_id', '=', logo.id)
  .where('state', '=', 'succeeded')
  .executeTakeFirstOrThrow();
if (Number(finished) !== count + 1) throw new Error(`${finished} renders of ${count + 1} have succeeded`);
await tell(taken, consumer);
