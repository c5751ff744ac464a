import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/** Days that an event is kept, with its deliveries. */
const KEPT_DAYS = 30;

/** How many events are removed in one statement. */
const BATCH = 1000;

/** Removes old events and their deliveries, except for what is still on its way. */
export async function removeOldEvents(db: Database): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom('webhook_events')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('webhook_events as event')
          .select('event.id')
          .where('event.created_at', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS})`)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('webhook_deliveries as delivery')
                  .select('delivery.id')
                  .whereRef('delivery.event_id', '=', 'event.id')
                  .where('delivery.state', '=', 'pending'),
              ),
            ),
          )
          .limit(BATCH),
      )
      .executeTakeFirst();
    if (numDeletedRows < BigInt(BATCH)) return;
  }
}
