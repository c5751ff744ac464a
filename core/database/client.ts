import { Client, type ClientConfig } from 'pg';

/**
 * A connection to Postgres whose break is told by the queries on it and by its pool. Between two queries of a
 * transaction nobody listens for it, and an error that nobody listens for would end the process.
 */
export class PooledClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
