import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_RATE } from '@logomorph/contract/limits.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { migrate } from '@logomorph/core/database/migrate.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { createApiKey } from '@logomorph/service/use-cases/api-keys.ts';
import { ensureTenant } from '@logomorph/service/use-cases/tenants.ts';
import { startPostgres } from '@logomorph/standalone/postgres.ts';
import { pino } from 'pino';
import Type from 'typebox';
import Value from 'typebox/value';
import { type Core, startServer } from '../harness/pinned-process.ts';

/** A database of its own with a tenant and its key, and what programs need to be told to use it. */
export interface Ground extends AsyncDisposable {
  db: Database;
  databaseUrl: string;
  tenantId: string;
  key: string;
  env: Readonly<Record<string, string>>;
}

/** Starts a Postgres in a folder, with the product's schema. Its programs get limits that no benchmark reaches. */
export async function layGround(folder: string): Promise<Ground> {
  const postgres = await startPostgres({ dataFolder: folder, log: () => {} });
  const db = connectDatabase(postgres.url, pino({ level: 'silent' }));
  await migrate(db);
  const tenantId = await ensureTenant(db, 'bench');
  const scopes = ['read', 'render', 'admin'] as const;
  const { key } = await createApiKey(
    db,
    { ...byOperator(tenantId), scopes: [...scopes] },
    { name: 'bench', scopes: [...scopes] },
  );
  return {
    db,
    databaseUrl: postgres.url,
    tenantId,
    key,
    env: {
      PORT: '0',
      WORKER_PORT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: postgres.url,
      OBJECT_FOLDER: join(folder, 'objects'),
      SECRETS_KEY: randomBytes(32).toString('base64'),
      RATE_LIMIT_PER_KEY_PER_MINUTE: String(MAX_RATE),
      RATE_LIMIT_PER_TENANT_PER_MINUTE: String(MAX_RATE),
      RATE_LIMIT_RENDERS_PER_MINUTE: String(MAX_RATE),
      MAX_EVENT_LOOP_UTILIZATION: '1',
    },
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await postgres.stop();
    },
  };
}

/** A program that listens. */
interface Listening extends AsyncDisposable {
  url: string;
  pid: number;
}

const Ready = Type.Object({ type: Type.Literal('ready'), url: Type.String() });

/** Starts a program of the product, or a side that says `ready` as they do, on a core. */
export async function listening(path: string, env: Readonly<Record<string, string>>, core: Core): Promise<Listening> {
  const child = startServer(fileURLToPath(new URL(path, import.meta.url)), env, core);
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${path} ended with ${code}`)));
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), ended]);
  const { url } = Value.Parse(Ready, message);
  return { url, pid: child.pid ?? 0, [Symbol.asyncDispose]: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
