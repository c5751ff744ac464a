import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, type PostgresConnection } from 'bullmq';
import { Client } from 'pg';
import { ReadOnlyServer } from '../database/client.ts';

/** Seconds between looks at the connection on which a worker is notified of jobs. */
const HEARTBEAT = 10;

/**
 * BullMQ's backend for Postgres. It knows its connection for notifications to be broken when the kernel says so, which takes
 * minutes where a server has gone without a word, and never comes of one that is no primary any more.
 */
export const postgresBackend: typeof createPostgresBackend = (name, opts, kind) => {
  const backend = createPostgresBackend(name, opts, kind);
  if (kind?.withBlockingConnection) watchListener(backend.connection, HEARTBEAT);
  return backend;
};

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
