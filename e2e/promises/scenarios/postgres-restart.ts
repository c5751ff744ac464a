import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { breakUnderLoad } from '../parts/break-under-load.ts';
import { noSite, type Site } from '../parts/site.ts';
import type { Scenario } from '../scenario.ts';

/** How long Postgres is away, in milliseconds. */
const AWAY = 3000;

/** Postgres ends all connections, with what was under way on them, is away, and is back. */
export const postgresRestart: Scenario = {
  name: 'postgres-restart',
  skip: noSite,
  run: (run) => breakUnderLoad(run, 'restarts', restart),
};

async function restart({ env, services, workers }: Site): Promise<void> {
  const ways = [...services, ...workers].map(({ postgres }) => postgres);
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  // Each server process ends with the message that it ends with in a restart, and rolls back.
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  await Promise.all(ways.map((way) => way.cut()));
  await sleep(AWAY);
  await Promise.all(ways.map((way) => way.restore()));
}
