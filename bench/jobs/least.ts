import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { connectQueue, consumeJobs } from '@logomorph/core/queue/connect.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { followJobs, readJob, tell, timeJobs } from './side.ts';

// The least that can be done for a job whose place is kept in Postgres: besides its way through BullMQ, one statement of one
// row each to create, to take and to finish it, by its key, in a table with nothing else. No turns, events or usage.
const { count, config } = readJob();
const logger = pino({ level: 'silent' });
const db = connectDatabase(config.databaseUrl, logger);
await sql`create table if not exists bench_jobs (id uuid primary key, state text not null)`.execute(db);
const queue = connectQueue(config, logger);
const jobs = followJobs(count);
const consumer = consumeJobs(
  config,
  async ({ renderId }) => {
    await sql`${PLANNED_ONCE} update bench_jobs set state = 'running' where id = ${renderId} and state = 'queued'`.execute(
      db,
    );
    await sql`${PLANNED_ONCE} update bench_jobs set state = 'succeeded' where id = ${renderId} and state = 'running'`.execute(
      db,
    );
    jobs.done(renderId);
  },
  logger,
);
const ask = async () => {
  const id = uuid();
  await sql`${PLANNED_ONCE} insert into bench_jobs (id, state) values (${id}, 'queued')`.execute(db);
  await queue.add([{ id, run: 1 }]);
};
await tell(await timeJobs(count, jobs, ask), consumer);
