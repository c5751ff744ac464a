import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@logomorph/core/database/schema.ts';
import { logFields } from '@logomorph/core/trace-context.ts';
import type { Logger } from 'pino';
import type { ServiceMetrics } from '../metrics.ts';
import { repeat } from '../repeat.ts';
import { type ClaimedDelivery, claimDue, giveBack } from './claim.ts';
import { fanOut } from './fan-out.ts';
import { recordSent } from './record.ts';
import { type Sender, send } from './send.ts';

/** How many deliveries a process sends at once. */
const AT_ONCE = 32;

/** Seconds between looks at what has happened and what is due. */
const INTERVAL = 1;

/** What sends webhooks while the process runs. */
export interface Dispatcher {
  /** Says that something is due. */
  wake(): void;
  /** Takes nothing more, and resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

interface DispatcherDeps extends Sender {
  db: Database;
  metrics: Pick<ServiceMetrics, 'webhookAttempts'>;
  logger: Logger;
}

/**
 * Starts to send webhooks. What is to be sent is in Postgres, and taken for a while, so a process that is killed holds
 * nothing up for long, and replicas share the work.
 *
 * @param drainSeconds how long a stop waits for what is being sent, before it gives it back
 */
export function startDispatcher(deps: DispatcherDeps, drainSeconds: number): Dispatcher {
  const { db, logger } = deps;
  const sending = new Map<ClaimedDelivery, Promise<void>>();
  const giveUp = new AbortController();

  const start = (delivery: ClaimedDelivery) => {
    const { id: deliveryId, endpoint_id: webhookId, tenant_id: tenantId, origin } = delivery;
    const log = logger.child({ ...logFields(origin), tenantId, webhookId, deliveryId });
    const sent = dispatch({ ...deps, logger: log }, delivery, giveUp.signal)
      .catch((err: unknown) => log.error({ err }, 'a webhook could not be sent'))
      .finally(() => {
        sending.delete(delivery);
        loop.wake();
      });
    sending.set(delivery, sent);
  };
  const loop = repeat(
    async () => {
      await fanOut(db);
      for (let free = AT_ONCE - sending.size; free > 0 && !giveUp.signal.aborted; free = AT_ONCE - sending.size) {
        const claimed = await claimDue(db, free, [...sending.keys()]);
        if (claimed.length === 0) return;
        claimed.forEach(start);
      }
    },
    INTERVAL,
    logger,
    'webhooks',
  );
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      const ended = new AbortController();
      const all = Promise.all(sending.values()).finally(() => ended.abort());
      await sleep(drainSeconds * 1000, undefined, { signal: ended.signal }).catch(() => {});
      giveUp.abort();
      await all;
    },
  };
}

async function dispatch(deps: DispatcherDeps, delivery: ClaimedDelivery, signal: AbortSignal): Promise<void> {
  const sent = await send(deps, delivery, signal);
  if (sent.outcome === 'aborted') {
    await giveBack(deps.db, delivery);
    return;
  }
  deps.metrics.webhookAttempts.inc({ outcome: sent.outcome });
  await recordSent(deps.db, delivery, sent, signal);
  const { outcome, attempt } = sent;
  deps.logger.info({ outcome, status: attempt.status, ms: attempt.durationMs }, 'webhook');
}
