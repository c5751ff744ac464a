import { type OnConflictBuilder, sql } from 'kysely';
import type { DatabaseTransaction, Tables } from './database/schema.ts';

/**
 * Counts a run of a render that has ended, on the day of its end, and the files that it has. To be called in the
 * transaction that ends it, so that it is counted once. A batch is not counted: its renders are.
 */
export async function countRender(tx: DatabaseTransaction, renderId: string): Promise<void> {
  await tx
    .insertInto('usage_days')
    .columns([...KEY, 'succeeded', 'failed', 'canceled', 'output_pixels', 'output_bytes'])
    .expression(({ selectFrom }) =>
      selectFrom('renders')
        .leftJoin('render_outputs', 'render_id', 'id')
        .select([
          'tenant_id',
          sql<Date>`(finished_at at time zone 'utc')::date`.as('day'),
          sql<string>`recipe ->> 'type'`.as('recipe_type'),
          sql<string>`(state = 'succeeded')::int`.as('succeeded'),
          sql<string>`(state = 'failed')::int`.as('failed'),
          sql<string>`(state = 'canceled')::int`.as('canceled'),
          sql<string>`coalesce(sum(width::bigint * height), 0)`.as('output_pixels'),
          sql<string>`coalesce(sum(render_outputs.bytes), 0)`.as('output_bytes'),
        ])
        .where('id', '=', renderId)
        .where('logo_id', 'is not', null)
        .groupBy('id'),
    )
    .onConflict(addUp)
    .execute();
}

/** Counts a logo that is new. To be called in the transaction that stores it. */
export async function countLogo(tx: DatabaseTransaction, tenantId: string): Promise<void> {
  const day = sql<Date>`(now() at time zone 'utc')::date`;
  await tx
    .insertInto('usage_days')
    .values({ tenant_id: tenantId, day, recipe_type: '', logos_uploaded: '1' })
    .onConflict(addUp)
    .execute();
}

const KEY = ['tenant_id', 'day', 'recipe_type'] as const;

/** Adds to the row of the day when there is one. */
function addUp(conflict: OnConflictBuilder<Tables, 'usage_days'>) {
  return conflict.columns(KEY).doUpdateSet((eb) => ({
    succeeded: eb('usage_days.succeeded', '+', eb.ref('excluded.succeeded')),
    failed: eb('usage_days.failed', '+', eb.ref('excluded.failed')),
    canceled: eb('usage_days.canceled', '+', eb.ref('excluded.canceled')),
    output_pixels: eb('usage_days.output_pixels', '+', eb.ref('excluded.output_pixels')),
    output_bytes: eb('usage_days.output_bytes', '+', eb.ref('excluded.output_bytes')),
    logos_uploaded: eb('usage_days.logos_uploaded', '+', eb.ref('excluded.logos_uploaded')),
  }));
}
