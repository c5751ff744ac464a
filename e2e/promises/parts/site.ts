import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Type from 'typebox';
import { freePort } from '../../harness/listen.ts';
import { newDataFolder } from '../../harness/product.ts';
import { newDatabase } from '../../harness/profiles.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type PatientClient, patientClient } from './patient-client.ts';
import { type PostgresProxy, postgresProxy } from './postgres-proxy.ts';
import { type Program, ROOT, startProgram } from './program.ts';
import { type TcpProxy, tcpProxy } from './tcp-proxy.ts';
import { webhookReceiver } from './webhook-receiver.ts';

/** A replica of a program, at one address however often it is started. */
export interface Replica {
  kind: 'service' | 'worker';
  /** Its own way to Postgres. */
  postgres: PostgresProxy;
  /** The process that runs, or ran last. */
  program: () => Program;
  url: string;
  start: () => Promise<void>;
}

/** The product in several processes, with all that a scenario breaks. */
export interface Site extends AsyncDisposable {
  services: Replica[];
  workers: Replica[];
  /** The way of all programs to Redis; undefined when the queue is in Postgres. */
  redis: TcpProxy | undefined;
  key: string;
  client: PatientClient;
  ledger: Ledger;
  /** What the programs were given; the database's address is that of the server itself. */
  env: Record<string, string>;
}

/** What a scenario wants of a site. */
interface SiteWish {
  /** Of Redis; scenarios that run at once have different ones. */
  redisDatabase: number;
  workers?: number;
  /** Environment of all programs. */
  env?: Record<string, string>;
  /** Of the services, and of the workers, beside it. */
  serviceEnv?: Record<string, string>;
  workerEnv?: Record<string, string>;
}

// biome-ignore lint/style/noProcessEnv: the suite is told here where real servers are
const { TEST_DATABASE_URL, E2E_DATABASE_URL, E2E_REDIS_URL, CI } = process.env;

/** Why there can be no site here, or false when there can. */
export const noSite = TEST_DATABASE_URL || E2E_DATABASE_URL ? false : 'TEST_DATABASE_URL is not set';

/** Why nothing can be tried with Redis here, or false when it can. */
export const noRedis = E2E_REDIS_URL || CI === 'true' ? noSite : 'E2E_REDIS_URL is not set';

/** Limits that no scenario is to meet, and this machine for a receiver of webhooks. */
const COMMON = {
  LOG_LEVEL: 'info',
  MAX_EVENT_LOOP_UTILIZATION: '1',
  RATE_LIMIT_PER_KEY_PER_MINUTE: '1000000',
  RATE_LIMIT_PER_TENANT_PER_MINUTE: '1000000',
  RATE_LIMIT_RENDERS_PER_MINUTE: '1000000',
  OUTBOUND_ALLOWED_RANGES: '127.0.0.0/8',
};

/** Starts two replicas of the API and, unless another number is wished, of the worker, on a database of their own. */
export async function startSite(wish: SiteWish): Promise<Site> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await newDataFolder());
  const receiver = stack.use(await webhookReceiver());
  const redis = E2E_REDIS_URL ? stack.use(await redisProxy(E2E_REDIS_URL)) : undefined;
  const env = {
    ...COMMON,
    DATABASE_URL: await newDatabase(E2E_DATABASE_URL || TEST_DATABASE_URL || ''),
    REDIS_URL: redis ? `redis://127.0.0.1:${redis.port}/${wish.redisDatabase}` : '',
    SECRETS_KEY: randomBytes(32).toString('base64'),
    ...(wish.env?.S3_BUCKET ? {} : { OBJECT_FOLDER: join(folder.path, 'objects') }),
    ...wish.env,
  };
  const key = await newKey(env);
  const replicas = (kind: Replica['kind'], count: number, more: Record<string, string> = {}) =>
    Promise.all(Array.from({ length: count }, () => startReplica(stack, kind, { ...env, ...more })));
  const [services, workers] = await Promise.all([
    replicas('service', 2, wish.serviceEnv),
    replicas('worker', wish.workers ?? 2, wish.workerEnv),
  ]);
  const client = patientClient(() => services.map(({ url }) => url), key);
  const { id } = await client.ask(Type.Object({ id: Type.String() }), {
    method: 'POST',
    path: '/v1/webhooks',
    json: { url: receiver.url, events: ['*'] },
    idempotencyKey: randomUUID(),
  });
  const ledger = openLedger(client, { endpointId: id, received: receiver.received });
  const owned = stack.move();
  return { services, workers, redis, key, client, ledger, env, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Makes the tables, and a key, as an operator does. */
async function newKey(env: Record<string, string>): Promise<string> {
  // biome-ignore lint/style/noProcessEnv: the command gets this environment and that of the site
  const options = { cwd: ROOT, env: { ...process.env, ...env } };
  return (await promisify(execFile)(process.execPath, ['service/create-key.ts'], options)).stdout.trim();
}

async function redisProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  return tcpProxy({ host: hostname, port: Number(port || 6379) });
}

async function startReplica(
  stack: AsyncDisposableStack,
  kind: Replica['kind'],
  env: Record<string, string>,
): Promise<Replica> {
  const postgres = stack.use(await postgresProxy(env.DATABASE_URL ?? ''));
  const port = await freePort();
  const own = { ...env, DATABASE_URL: postgres.url, PORT: String(port), WORKER_PORT: String(port) };
  let program = await startProgram(`${kind}/main.ts`, own);
  stack.defer(async () => {
    if (program.isRunning()) await program.kill();
  });
  return {
    kind,
    postgres,
    program: () => program,
    url: program.url,
    async start() {
      program = await startProgram(`${kind}/main.ts`, own);
    },
  };
}
