import { LIMITS } from '@logomorph/contract/limits.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import type { ClaimedDelivery } from './claim.ts';
import { disableEndpoint, endDeliveries } from './disable.ts';
import { retryDelay } from './retry.ts';
import type { Sent } from './send.ts';

/** Days of nothing but failures after which an endpoint is disabled. */
const FAILING_DAYS = 5;

/** The status by which an endpoint says that it wants nothing more (RFC 9110, 15.5.11). */
const GONE = 410;

/**
 * Writes down what became of a sending: the delivery has succeeded, is tried again later, or has failed for good, and an
 * endpoint that is gone or does nothing but fail is disabled, unless it has another address by now. A process that was given up,
 * or whose delivery was replayed or ended meanwhile, writes nothing. The endpoint is locked first, as everywhere.
 */
export async function recordSent(
  db: Database,
  delivery: ClaimedDelivery,
  sent: Sent,
  signal?: AbortSignal,
): Promise<void> {
  const failed = sent.outcome !== 'succeeded';
  const failures = delivery.failures + (failed ? 1 : 0);
  const wait = failed ? retryDelay(failures, sent.retryAfter, Math.random()) : undefined;
  const isDisabled = await db.transaction().execute(async (tx) => {
    const endpoint = await tx
      .selectFrom('webhook_endpoints')
      .select('url')
      .where('id', '=', delivery.endpoint_id)
      .forUpdate()
      .executeTakeFirst();
    const { numUpdatedRows } = await tx
      .updateTable('webhook_deliveries')
      .where('id', '=', delivery.id)
      .where('taken', '=', delivery.taken)
      .where('state', '=', 'pending')
      .set({
        state: !failed ? 'succeeded' : wait === undefined ? 'failed' : 'pending',
        due_at: wait === undefined ? null : sql`now() + make_interval(secs => ${wait})`,
        failures,
        attempts: JSON.stringify([...delivery.attempts, sent.attempt].slice(-LIMITS.webhookAttempts)),
      })
      .executeTakeFirst();
    if (numUpdatedRows === 0n || endpoint?.url !== delivery.url) return false;
    const isFailing = await noteHealth(tx, delivery.endpoint_id, failed);
    const isGone = sent.attempt.status === GONE;
    if (isGone || isFailing) await disableEndpoint(tx, delivery.endpoint_id, isGone ? 'gone' : 'failing');
    return isGone || isFailing;
  });
  if (isDisabled) await endDeliveries(db, delivery.endpoint_id, signal);
}

/** Notes since when an endpoint does nothing but fail, and tells whether that is too long. */
async function noteHealth(tx: DatabaseTransaction, endpointId: string, failed: boolean): Promise<boolean> {
  const endpoint = await tx
    .updateTable('webhook_endpoints')
    .where('id', '=', endpointId)
    // One that is well is not written to.
    .$if(!failed, (query) => query.where('failing_since', 'is not', null))
    .set({ failing_since: failed ? sql`coalesce(failing_since, now())` : null })
    .returning(sql<boolean | null>`failing_since < now() - make_interval(days => ${FAILING_DAYS})`.as('is_failing'))
    .executeTakeFirst();
  return endpoint?.is_failing === true;
}
