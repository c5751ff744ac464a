import { type RawBuilder, sql } from 'kysely';
import { schemaOf } from '../store-namespace.ts';

/**
 * Number of an advisory lock. Those are common to a whole database; a schema other than the usual one has locks of its own,
 * so that products which share a database do not wait for each other.
 *
 * @param storeNamespace whose schema it is, where that may not be there yet; otherwise the session's is meant
 */
export function advisoryLock(usual: number, storeNamespace?: string): RawBuilder<bigint> {
  const schema = storeNamespace === undefined ? sql`current_schema()` : sql`${schemaOf(storeNamespace)}::text`;
  return sql`coalesce(hashtextextended(nullif(${schema}, 'public'), ${usual}), ${usual})`;
}
