import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { addDeliveries } from './add-deliveries.ts';

/** How many events are given out in one transaction. */
const BATCH = 100;

/**
 * Gives the events that have happened to the endpoints that want them, oldest first. Each is given out once, whatever is
 * killed in between; replicas share the work.
 */
export async function fanOut(db: Database): Promise<void> {
  for (;;) {
    const given = await db.transaction().execute(async (tx) => {
      const events = await tx
        .selectFrom('webhook_events')
        .select(['id', 'tenant_id', 'type'])
        .where('fanned_out_at', 'is', null)
        .orderBy('created_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute();
      if (events.length === 0) return 0;
      const endpoints = await tx
        .selectFrom('webhook_endpoints')
        .select(['id', 'tenant_id', 'events'])
        .where(
          'tenant_id',
          'in',
          events.map((event) => event.tenant_id),
        )
        .where('enabled', '=', true)
        // In one order, for two of these must not wait for each other's endpoints.
        .orderBy('id')
        .execute();
      for (const endpoint of endpoints) {
        const wanted = events.filter(
          ({ tenant_id, type }) => tenant_id === endpoint.tenant_id && isWanted(endpoint.events, type),
        );
        await addDeliveries(
          tx,
          endpoint.id,
          wanted.map(({ id }) => id),
        );
      }
      await tx
        .updateTable('webhook_events')
        .where(
          'id',
          'in',
          events.map(({ id }) => id),
        )
        .set({ fanned_out_at: sql`now()` })
        .execute();
      return events.length;
    });
    if (given < BATCH) return;
  }
}

function isWanted(filter: readonly string[], type: string): boolean {
  return filter.includes('*') || filter.includes(type);
}
