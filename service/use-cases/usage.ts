import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Usage, UsageQuery } from '@logomorph/contract/usage.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { readCounters } from './counters.ts';

const DAY = 24 * 3600 * 1000;

/**
 * What a tenant used on the days of a range, and what is stored of it now.
 *
 * @throws ProblemError invalid-range
 */
export async function readUsage(db: Database, tenantId: string, { from, to }: UsageQuery): Promise<Usage> {
  checkRange(from, to);
  const { logoBytes, outputBytes } = await readCounters(db, tenantId);
  const days = await usageDays(db, tenantId, from, to);
  return { from, to, stored: { logoBytes, outputBytes }, days };
}

/** Dates as of RFC 3339 sort as text does. */
function checkRange(from: string, to: string): void {
  if (to < from) throw invalidRange('/to', 'must not be before `from`');
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days > LIMITS.usageDays)
    throw invalidRange('/to', `must leave ${LIMITS.usageDays} days at most from \`from\` on`);
}

function invalidRange(pointer: string, detail: string): ProblemError {
  return new ProblemError('invalid-range', `In the query: ${pointer} ${detail}`, { errors: [{ pointer, detail }] });
}

async function usageDays(db: Database, tenantId: string, from: string, to: string): Promise<Usage['days']> {
  return db
    .selectFrom('usage_days')
    .select([
      sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'),
      sql<Usage['days'][number]['renders']>`coalesce(
        jsonb_object_agg(
          recipe_type, jsonb_build_object('succeeded', succeeded, 'failed', failed, 'canceled', canceled)
        ) filter (where recipe_type <> ''),
        '{}'
      )`.as('renders'),
      sql<number>`sum(output_pixels)::float8`.as('outputPixels'),
      sql<number>`sum(output_bytes)::float8`.as('outputBytes'),
      sql<number>`sum(logos_uploaded)::float8`.as('logosUploaded'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('day', '>=', dayOf(from))
    .where('day', '<=', dayOf(to))
    .groupBy('usage_days.day')
    .orderBy('usage_days.day')
    .execute();
}

/** Counted from 1970, for Postgres reads no year 0000 as text. */
function dayOf(date: string) {
  return sql<Date>`date '1970-01-01' + ${Date.parse(date) / DAY}::int`;
}
