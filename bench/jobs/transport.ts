import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { connectQueue, consumeJobs } from '@logomorph/core/queue/connect.ts';
import { startRelay } from '@logomorph/service/relay.ts';
import { connectRelayDatabase } from '@logomorph/service/relay-database.ts';
import { ensureTenant } from '@logomorph/service/use-cases/tenants.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { followJobs, readJob, tell, timeJobs } from './side.ts';

// The way of a job alone: a row of a render, the relay, the queue, and a worker that does nothing
// with it. It says that it has begun, as a worker's notification does.
const { count, config } = readJob();
const logger = pino({ level: 'silent' });
const db = connectDatabase(config.databaseUrl, logger);
const tenantId = await ensureTenant(db, 'bench');
const logoId = uuid();
await db
  .insertInto('logos')
  .values({ id: logoId, tenant_id: tenantId, format: 'svg', bytes: 6, sha256: logoId })
  .execute();
const recipe = JSON.stringify(completeRecipe('variant', { format: 'png', width: 64 }));

const relay = startRelay(connectRelayDatabase(config.databaseUrl, logger), connectQueue(config, logger), 0.5, logger);
const jobs = followJobs(count);
const consumer = consumeJobs(
  config,
  async ({ renderId }) => {
    relay.onRenderEvent(renderId);
    jobs.done(renderId);
  },
  logger,
);
const submit = async () => {
  await sql`${PLANNED_ONCE}
    insert into renders (id, tenant_id, logo_id, recipe, state)
    values (${uuid()}, ${tenantId}, ${logoId}, ${recipe}, 'queued')`.execute(db);
  relay.wake();
};
await tell(await timeJobs(count, jobs, submit), consumer);
