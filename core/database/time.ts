import { sql } from 'kysely';

/**
 * The time by the database's clock, which all programs share, to the millisecond, as it is read back. What is compared with
 * that clock later is noted by it, or a machine whose clock is wrong would make leases end early, or not for hours.
 */
export function databaseTime() {
  return sql<Date>`date_trunc('milliseconds', clock_timestamp())`;
}
