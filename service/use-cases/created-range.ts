import { type RawBuilder, sql } from 'kysely';
import { invalidRequest } from '../validation.ts';

/** When something was created, by times as of RFC 3339; neither is in the range itself. */
export interface CreatedRange {
  createdAfter?: string;
  createdBefore?: string;
}

/** Milliseconds that the clocks may differ of Postgres, which makes times, and of the programs, which make ids. */
const SLACK = 24 * 3600 * 1000;

/**
 * Of a row with `created_at` and an `id` that is a UUID version 7: that it is in the range. The id lets an index find
 * the place.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export function isCreatedWithin({ createdAfter, createdBefore }: CreatedRange): RawBuilder<boolean> {
  const rules = [sql<boolean>`true`];
  if (createdAfter !== undefined) {
    const time = readTime('/createdAfter', createdAfter);
    // Clients see milliseconds, of which the one they name is not wanted.
    rules.push(sql`created_at >= ${new Date(time + 1)} and id >= ${firstIdOf(time - SLACK)}`);
  }
  if (createdBefore !== undefined) {
    const time = readTime('/createdBefore', createdBefore);
    rules.push(sql`created_at < ${new Date(time)} and id < ${firstIdOf(time + SLACK)}`);
  }
  return sql<boolean>`(${sql.join(rules, sql` and `)})`;
}

/** Milliseconds since 1970. The format allows leap seconds, which no clock here knows. */
export function readTime(pointer: string, text: string, part = 'query'): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalidRequest(part, [{ pointer, detail: 'must be a time that there is' }]);
  return time;
}

/** The least UUID version 7 (RFC 9562, 5.7) of a millisecond. */
function firstIdOf(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
