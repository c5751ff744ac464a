import { connectDatabase } from '@logomorph/core/database/connect.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { NOT_FLUSHED } from '@logomorph/core/database/session-options.ts';
import type { Logger } from 'pino';

/** Seconds after which a relay that stands still in the midst of a look loses its session, and with it the lock on looking. */
const STANDSTILL = 10;

/** Seconds after which Postgres is taken for gone: a relay that has waited for another's look for so long waits anew. */
const PATIENCE = 15;

/**
 * Opens the connection that the relay has for itself, so that its settings are made once and not for each look. It has
 * Postgres take what waits in the order of an index: in a rush of renders Postgres still believes that hardly any wait, and
 * would sort all of them for each that it looks for. A sort that is needed all the same then counts as so costly that Postgres
 * would compile the statement first, which takes a hundred times as long as the statement. To plan a statement takes as long
 * as to do it, and no count of renders to take makes another plan better: so each is planned once. What a crash takes of its
 * commits is handed over again, as when the relay itself is killed.
 */
export function connectRelayDatabase(url: string, logger: Logger): Database {
  return connectDatabase(url, logger, {
    max: 1,
    pipeline: true,
    idle_in_transaction_session_timeout: STANDSTILL * 1000,
    query_timeout: PATIENCE * 1000,
    options: `${NOT_FLUSHED} -c enable_sort=off -c enable_incremental_sort=off -c jit=off -c plan_cache_mode=force_generic_plan`,
  });
}
