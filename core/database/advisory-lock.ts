import { type RawBuilder, sql } from 'kysely';

/**
 * Number of an advisory lock. Those are common to a whole database; a schema other than the usual one has locks of its own,
 * so that products which share a database do not wait for each other.
 */
export function advisoryLock(usual: number): RawBuilder<bigint> {
  return sql`coalesce(hashtextextended(nullif(current_schema(), 'public'), ${usual}), ${usual})`;
}
