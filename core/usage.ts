import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database/schema.ts';

/**
 * The part of a statement that counts a run of a render on the day of its end, and the files that it has. It is in the one
 * that ends it, so that it is counted once. A batch is not counted: its renders are.
 *
 * @param source the part of the statement that has the row of the render, ended
 * @param files what gives its files, with `width`, `height` and `bytes`, and may refer to that row as `ended`
 */
export function countingRun(source: string, files: RawBuilder<unknown>) {
  return sql`
    insert into usage_days (tenant_id, day, recipe_type, succeeded, failed, canceled, output_pixels, output_bytes)
    select tenant_id, (finished_at at time zone 'utc')::date, recipe ->> 'type',
      (state = 'succeeded')::int, (state = 'failed')::int, (state = 'canceled')::int, files.pixels, files.bytes
    from ${sql.table(source)} as ended cross join lateral (
      select coalesce(sum(width::bigint * height), 0) as pixels, coalesce(sum(bytes), 0) as bytes
      from (${files}) as file
    ) as files
    where logo_id is not null
    ${ADD_UP}`;
}

/** Counts a logo that is new. To be called in the transaction that stores it. */
export async function countLogo(db: Database, tenantId: string): Promise<void> {
  await sql`
    insert into usage_days (tenant_id, day, recipe_type, logos_uploaded)
    values (${tenantId}, (now() at time zone 'utc')::date, '', 1)
    ${ADD_UP}`.execute(db);
}

/** Adds to the row of the day when there is one. */
const ADD_UP = sql`
  on conflict (tenant_id, day, recipe_type) do update set
    succeeded = usage_days.succeeded + excluded.succeeded,
    failed = usage_days.failed + excluded.failed,
    canceled = usage_days.canceled + excluded.canceled,
    output_pixels = usage_days.output_pixels + excluded.output_pixels,
    output_bytes = usage_days.output_bytes + excluded.output_bytes,
    logos_uploaded = usage_days.logos_uploaded + excluded.logos_uploaded`;
