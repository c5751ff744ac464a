import { NO_QUOTAS } from '@logomorph/contract/quota.ts';
import { timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { buildAdminApp } from '@logomorph/service/admin/app.ts';
import { createServiceMetrics } from '@logomorph/service/metrics.ts';
import { VERSION } from '@logomorph/service/version.ts';
import { pino } from 'pino';
import { formatJson } from './format.ts';
import { NO_QUEUE } from './no-queue.ts';

/** `docs/admin-openapi.json`: what the admin surface says of itself. Nothing is connected to. */
export async function adminOpenApiDocument(): Promise<string> {
  const logger = pino({ level: 'silent' });
  const db = connectDatabase('postgres://nobody@127.0.0.1:1/none', logger);
  const app = await buildAdminApp({
    config: { quotas: NO_QUOTAS, timeBudgets: timeBudgets({ renderTimeout: 1, deregistrationDelay: 0 }) },
    db,
    queue: NO_QUEUE,
    logger,
    metrics: createServiceMetrics(db, NO_QUEUE),
    wakeRelay: () => {},
    wakeWebhooks: () => {},
    tokens: [],
    now: () => 0,
    version: VERSION,
  });
  try {
    return formatJson(app.swagger());
  } finally {
    await app.close();
    await db.destroy();
  }
}
