import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** One way to run the product: what its environment says, and why it cannot be run here, if so. */
export interface Profile {
  name: string;
  skip: string | false;
  /** Environment of one run, with a database and a bucket prefix of its own where they are shared. */
  environment: () => Promise<Record<string, string>>;
}

// biome-ignore lint/style/noProcessEnv: the suite is told here where real servers are
const env = process.env;

const missing = ['E2E_DATABASE_URL', 'E2E_REDIS_URL', 'E2E_S3_ENDPOINT'].filter((name) => !env[name]);

const server = env.TEST_DATABASE_URL || env.E2E_DATABASE_URL;

/** Everything from npm: embedded Postgres, the queue in it, objects in a folder. */
export const embedded: Profile = { name: 'embedded', skip: false, environment: async () => ({}) };

/** The queue in a Postgres that the test can reach too: that of the test runner, or a real server. */
export const queueInPostgres: Profile = {
  name: 'queue in Postgres',
  skip: server === undefined && 'TEST_DATABASE_URL is not set: run the tests by npm test',
  environment: async () => ({ DATABASE_URL: await newDatabase(server ?? ''), REDIS_URL: '' }),
};

/**
 * Real servers: Postgres, Redis and an S3 server. In CI they must be there. Products that run at the same time need
 * databases of Redis of their own, by number, or they take each other's jobs.
 */
export const servers = (redisDatabase: number): Profile => ({
  name: 'servers',
  skip: missing.length > 0 && env.CI !== 'true' && `${missing.join(', ')} not set: no real servers to test with`,
  async environment() {
    if (missing.length > 0) throw new Error(`${missing.join(', ')} must be set`);
    return {
      DATABASE_URL: await newDatabase(env.E2E_DATABASE_URL ?? ''),
      REDIS_URL: Object.assign(new URL(env.E2E_REDIS_URL ?? ''), { pathname: `/${redisDatabase}` }).href,
      S3_ENDPOINT: env.E2E_S3_ENDPOINT ?? '',
      S3_BUCKET: env.E2E_S3_BUCKET ?? 'logomorph',
    };
  },
});

/** Makes an empty database on the server, and gives its URL. */
export async function newDatabase(server: string): Promise<string> {
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
