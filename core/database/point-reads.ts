import type { CompiledQuery } from 'kysely';
import type { Logger } from 'pino';
import { PooledClient } from './client.ts';
import { CONNECTION_BOUNDS } from './connect.ts';
import { inOurSession } from './session-options.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

/**
 * Reads of rows by their keys. They share a connection, on which each is sent while others are still on their way:
 * they are too short to be worth a connection each, and together they take fewer turns of both sides.
 */
export interface PointReads {
  /**
   * The rows that a query finds, with other values than it was compiled with. The database keeps the plan under the
   * name, which is no other query's; so the query has to name its columns, as there may be more of them later.
   */
  rows<Row>(name: string, query: CompiledQuery<Row>, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Seconds after which Postgres is taken for gone: all reads wait for the one that is not answered. */
const PATIENCE = 10;

/** Nothing is connected before the first read; after the connection broke, the next one connects anew. */
export function connectPointReads(url: string, logger: Logger): PointReads {
  let open: PooledClient | undefined;
  let opening: Promise<PooledClient> | undefined;

  const forget = (client: PooledClient) => {
    if (open === client) open = undefined;
  };

  const connect = async () => {
    const client = new PooledClient({
      connectionString: inOurSession(url),
      pipeline: true,
      ...CONNECTION_BOUNDS,
      query_timeout: PATIENCE * 1000,
    });
    client.on('error', (err) => logger.warn({ err }, 'the database connection of reads broke'));
    client.on('end', () => forget(client));
    await client.connect();
    open = client;
    return client;
  };

  const connectOnce = () => {
    opening ??= connect().finally(() => {
      opening = undefined;
    });
    return opening;
  };

  return {
    async rows<Row>(name: string, { sql }: CompiledQuery<Row>, values: readonly unknown[]) {
      const client = open ?? (await connectOnce());
      try {
        const { rows } = await client.query<Row & object>({ name, text: sql, values: [...values] });
        return rows;
      } catch (error) {
        // Reads are told of a break before its end is.
        if (isDatabaseUnavailable(error)) forget(client);
        throw error;
      }
    },
    async close() {
      await (open ?? (await opening?.catch(() => undefined)))?.end();
    },
  };
}
