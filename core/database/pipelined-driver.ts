import { PostgresDriver } from 'kysely';

/**
 * Sends the first statement of a transaction together with its `begin`, which spares a way to Postgres and back; for pools
 * whose connections have `pipeline`.
 */
export class PipelinedDriver extends PostgresDriver {
  override async beginTransaction(...args: Parameters<PostgresDriver['beginTransaction']>): Promise<void> {
    // It fails when the connection is broken, and then so does that statement.
    super.beginTransaction(...args).catch(() => {});
  }
}
