import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { v7 as uuid } from 'uuid';

/**
 * Adds a delivery of each event to an endpoint, due at once, in the order and with the next numbers. An endpoint that is
 * disabled or gone gets none. The endpoint's row stays locked until the transaction ends.
 *
 * @returns the ids of the deliveries
 */
export async function addDeliveries(
  tx: DatabaseTransaction,
  endpointId: string,
  eventIds: readonly string[],
): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const endpoint = await tx
    .updateTable('webhook_endpoints')
    .where('id', '=', endpointId)
    .where('enabled', '=', true)
    .set((eb) => ({ sequence: eb('sequence', '+', String(eventIds.length)) }))
    .returning('sequence')
    .executeTakeFirst();
  if (endpoint === undefined) return [];
  const before = Number(endpoint.sequence) - eventIds.length;
  const rows = eventIds.map((eventId, index) => ({
    id: uuid(),
    endpoint_id: endpointId,
    event_id: eventId,
    sequence: String(before + index + 1),
  }));
  await tx.insertInto('webhook_deliveries').values(rows).execute();
  return rows.map(({ id }) => id);
}
