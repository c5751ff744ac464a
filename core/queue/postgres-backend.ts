import { setTimeout as sleep } from 'node:timers/promises';
import { type createPostgresBackend, PostgresConnection, PostgresQueueBackend, runMigrations } from 'bullmq';
import { Client } from 'pg';
import { ReadOnlyServer } from '../database/client.ts';

/** Seconds between looks at the connection on which a worker is notified of jobs. */
const HEARTBEAT = 10;

/**
 * BullMQ's backend for Postgres, over connections that outlast a Postgres which cannot be used for a while.
 *
 * Its own keeps the first failure for good, and knows its connection for notifications to be broken when the kernel says so. That
 * takes minutes where a server has gone without a word, and never comes of one that is no primary any more.
 */
export const postgresBackend: typeof createPostgresBackend = (name, opts, { withBlockingConnection } = {}) => {
  const connection = new LastingConnection(opts.connection);
  if (withBlockingConnection) watchListener(connection, HEARTBEAT);
  return new PostgresQueueBackend(connection, name, opts, true, withBlockingConnection ? name : undefined);
};

/** Brings the tables of the queue up to date before the first use; what failed is tried again at the next. */
class LastingConnection extends PostgresConnection {
  #ready: Promise<void> | undefined;

  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#migrate().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #migrate(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await runMigrations(client, this.schema);
    } finally {
      client.release();
    }
    this.emit('ready');
  }
}

/** Asks again and again whether notifications can come, and says when not: another connection is made then. */
export function watchListener(connection: PostgresConnection, seconds: number): void {
  const closed = new AbortController();
  connection.once('close', () => closed.abort());
  const look = async () => {
    const client = await connection.getListenClient();
    const answer = client.query<{ setting: string }>("select current_setting('transaction_read_only') as setting");
    const broken = await answer.then(
      ({ rows }) => (rows[0]?.setting === 'on' ? new ReadOnlyServer() : undefined),
      (error: unknown) => error,
    );
    if (broken !== undefined && client instanceof Client) client.emit('error', broken);
  };
  const watch = async () => {
    while (!connection.isClosing) {
      await sleep(seconds * 1000, undefined, { ref: false, signal: closed.signal });
      // One that cannot be made is tried again by the worker, which says so.
      await look().catch(() => {});
    }
  };
  watch().catch(() => {});
}
