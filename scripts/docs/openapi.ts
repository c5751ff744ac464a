import { NO_QUOTAS } from '@logomorph/contract/quota.ts';
import { timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { addressRanges } from '@logomorph/core/outbound-http/addresses.ts';
import { createOutbound } from '@logomorph/core/outbound-http/outbound.ts';
import { secretBox } from '@logomorph/core/secret-box.ts';
import { urlSigner } from '@logomorph/core/signed-url.ts';
import { buildApp } from '@logomorph/service/app.ts';
import { createServiceMetrics } from '@logomorph/service/metrics.ts';
import { VERSION } from '@logomorph/service/version.ts';
import { pino } from 'pino';
import { formatJson } from './format.ts';
import { NO_QUEUE } from './no-queue.ts';

/** `docs/openapi.json`: what the API says of itself. Nothing is connected to, for no request but one is answered. */
export async function openApiDocument(): Promise<string> {
  const logger = pino({ level: 'silent' });
  const db = connectDatabase('postgres://nobody@127.0.0.1:1/none', logger);
  const app = await buildApp({
    config: {
      maxLogoBytes: 1,
      maxEventLoopUtilization: 1,
      rateLimits: { perKey: 1, perTenant: 1, renders: 1, signed: 1, failedKeys: 1 },
      quotas: NO_QUOTAS,
      trustedProxies: [],
      oidc: undefined,
      clerkWebhookSecret: undefined,
      maxConnections: 1,
      corsOrigins: [],
      timeBudgets: timeBudgets({ renderTimeout: 1, deregistrationDelay: 0 }),
    },
    db,
    reads: { rows: async () => [] },
    keys: { find: async () => undefined, forget: () => {} },
    identityProvider: undefined,
    queue: NO_QUEUE,
    store: folderStore('none'),
    scanner: undefined,
    logger,
    rateStore: { count: async () => ({ points: 1, msLeft: 1000 }) },
    metrics: createServiceMetrics(db, NO_QUEUE),
    signals: { wait: async () => {}, close: async () => {} },
    wakeRelay: () => {},
    secrets: secretBox(['']),
    fileUrls: urlSigner([''], 'files'),
    transformUrls: urlSigner([''], 'transforms'),
    uploadUrls: urlSigner([''], 'uploads'),
    erasureUrls: urlSigner([''], 'erasures'),
    receipts: { sign: async () => '', keys: { keys: [] } },
    wakeErasures: () => {},
    outbound: createOutbound({ plainHttp: false, allowed: addressRanges([]) }),
    wakeWebhooks: () => {},
    draining: new AbortController().signal,
    version: VERSION,
  });
  try {
    const { statusCode, body } = await app.inject('/api-docs/json');
    if (statusCode !== 200) throw new Error(`The API does not describe itself: ${body}`);
    return formatJson(JSON.parse(body));
  } finally {
    await app.close();
    await db.destroy();
  }
}
