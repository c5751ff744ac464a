import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import { PooledClient } from './client.ts';
import { PipelinedDriver } from './pipelined-driver.ts';
import type { Database, Tables } from './schema.ts';
import { inOurSession } from './session-options.ts';

/** Seconds after which a connection attempt or a statement is given up. */
const CONNECT_TIMEOUT = 5;
const STATEMENT_TIMEOUT = 30;

/** What each connection is bounded by. */
export const CONNECTION_BOUNDS = {
  connectionTimeoutMillis: CONNECT_TIMEOUT * 1000,
  statement_timeout: STATEMENT_TIMEOUT * 1000,
  query_timeout: (STATEMENT_TIMEOUT + 1) * 1000,
  keepAlive: true,
};

/** Opens a pool of connections to Postgres, with settings of its own if any. Nothing is connected before the first query. */
export function connectDatabase(url: string, logger: Logger, { options, ...own }: PoolConfig = {}): Database {
  const pool = new Pool({
    connectionString: inOurSession(url, options),
    Client: PooledClient,
    max: 10,
    ...CONNECTION_BOUNDS,
    ...own,
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection broke'));
  const dialect = new PostgresDialect({ pool });
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => (own.pipeline ? new PipelinedDriver({ pool }) : dialect.createDriver()),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
}
