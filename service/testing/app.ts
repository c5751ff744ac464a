import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { SCOPES, type Scope } from '@logomorph/contract/api-key.ts';
import { NO_QUOTAS, type Quotas } from '@logomorph/contract/quota.ts';
import { type TimeBudgets, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import type { OidcConfig, RateLimitConfig, ScannerConfig } from '@logomorph/core/config.ts';
import { connectPointReads } from '@logomorph/core/database/point-reads.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { addressRanges } from '@logomorph/core/outbound-http/addresses.ts';
import { createOutbound, type Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import type { ResolveHost } from '@logomorph/core/outbound-http/resolve-host.ts';
import { connectQueue } from '@logomorph/core/queue/connect.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { connectRateStore, type RateStore } from '@logomorph/core/rate-store/connect.ts';
import { listenForRenders, type RenderSignals } from '@logomorph/core/render-signals.ts';
import { type SecretBox, secretBox } from '@logomorph/core/secret-box.ts';
import { urlSigner } from '@logomorph/core/signed-url.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { storedFiles } from '@logomorph/core/testing/stored-files.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { type Logger, pino } from 'pino';
import { buildApp } from '../app.ts';
import type { ServiceDeps } from '../deps.ts';
import { type ReceiptSigner, receiptSigner } from '../erasure/receipt-signer.ts';
import { connectIdentityProvider } from '../identity-provider/connect.ts';
import { createLiveCache } from '../live-cache.ts';
import { createServiceMetrics, type ServiceMetrics } from '../metrics.ts';
import { UNDESCRIBED } from '../plugins/problems.ts';
import type { App } from '../routes/types.ts';
import { createApiKey } from '../use-cases/api-keys.ts';
import { findLiveKey } from '../use-cases/authentication.ts';
import { ensureTenant } from '../use-cases/tenants.ts';
import { createVirusScanner, type VirusScanner } from '../virus-scan/scanner.ts';

/** The API on real parts, not listening, with a tenant and its key. */
export interface TestApp {
  app: App;
  config: ServiceDeps['config'];
  db: Database;
  url: string;
  queue: JobQueue;
  signals: RenderSignals;
  store: ObjectStore;
  metrics: ServiceMetrics;
  scanner: VirusScanner | undefined;
  logger: Logger;
  secrets: SecretBox;
  secretsKeys: string[];
  receipts: ReceiptSigner;
  /** Reaches this machine, besides the internet. */
  outbound: Outbound;
  /** Where the store is, unless it is the test's own. */
  folder: string;
  tenantId: string;
  maxLogoBytes: number;
  headers: { authorization: string };
  drain: () => void;
  newKey: (tenant: string, scopes?: Scope[]) => Promise<{ tenantId: string; headers: { authorization: string } }>;
}

const ENOUGH: RateLimitConfig = {
  perKey: 10_000,
  perTenant: 10_000,
  renders: 10_000,
  signed: 10_000,
  failedKeys: 10_000,
};

/** Builds the API for one test, on a database of its own; all of it is gone when the test ends. */
export async function testApp(
  t: TestContext,
  overrides: {
    store?: ObjectStore;
    reads?: ServiceDeps['reads'];
    maxLogoBytes?: number;
    /** Of another app, for what two replicas do. */
    database?: { db: Database; url: string };
    /** Those of another app, for addresses that both take. */
    secretsKeys?: string[];
    wakeRelay?: () => void;
    wakeErasures?: () => void;
    maxEventLoopUtilization?: number;
    rateLimits?: Partial<RateLimitConfig>;
    quotas?: Partial<Quotas>;
    scanner?: ScannerConfig;
    rateStore?: Pick<RateStore, 'count' | 'close'>;
    logger?: Logger;
    trustedProxies?: string[];
    maxConnections?: number;
    corsOrigins?: string[];
    timeBudgets?: Partial<TimeBudgets>;
    oidc?: OidcConfig;
    /** In milliseconds, between fetches of the issuer's keys. */
    coolDown?: number;
    clerkWebhookSecret?: string | undefined;
    resolve?: ResolveHost;
    /** In milliseconds. */
    now?: () => number;
  } = {},
): Promise<TestApp> {
  const { maxLogoBytes = 100_000, now = () => performance.now() } = overrides;
  const { db, url } = overrides.database ?? (await testDatabase(t));
  const folder = await temporaryFolder(t);
  const store = overrides.store ?? folderStore(folder);
  const queue = connectQueue({ redisUrl: undefined, databaseUrl: url }, silent);
  const reads = connectPointReads(url, silent);
  const rateStore = overrides.rateStore ?? connectRateStore({ redisUrl: undefined, databaseUrl: url }, silent, 10);
  const signals = listenForRenders(url, silent);
  const draining = new AbortController();
  const secretsKeys = overrides.secretsKeys ?? [randomBytes(32).toString('base64')];
  const secrets = secretBox(secretsKeys);
  const receipts = await receiptSigner(secretsKeys);
  const outbound = createOutbound({ plainHttp: false, allowed: addressRanges(['127.0.0.0/8']) }, overrides.resolve);
  const metrics = createServiceMetrics(db, queue);
  const scanner = overrides.scanner && createVirusScanner(overrides.scanner, metrics, now);
  const logger = overrides.logger ?? loggerThatKeepsToDescriptions(t);
  const config = {
    maxLogoBytes,
    // Tests keep the event loop busy, and are not to be refused for it.
    maxEventLoopUtilization: overrides.maxEventLoopUtilization ?? 1,
    rateLimits: { ...ENOUGH, ...overrides.rateLimits },
    quotas: { ...NO_QUOTAS, ...overrides.quotas },
    trustedProxies: overrides.trustedProxies ?? [],
    maxConnections: overrides.maxConnections ?? 1000,
    corsOrigins: overrides.corsOrigins ?? [],
    oidc: overrides.oidc,
    clerkWebhookSecret: overrides.clerkWebhookSecret,
    timeBudgets: { ...timeBudgets({ renderTimeout: 5, deregistrationDelay: 0 }), ...overrides.timeBudgets },
  };
  const identityProvider = config.oidc && connectIdentityProvider(config.oidc, db, now, overrides.coolDown);
  const app = await buildApp({
    config,
    db,
    reads: overrides.reads ?? reads,
    keys: createLiveCache((prefix) => findLiveKey(db, prefix), now),
    identityProvider,
    queue,
    store,
    scanner,
    logger,
    rateStore,
    metrics,
    signals,
    secrets,
    fileUrls: urlSigner(secretsKeys, 'files'),
    transformUrls: urlSigner(secretsKeys, 'transforms'),
    uploadUrls: urlSigner(secretsKeys, 'uploads'),
    erasureUrls: urlSigner(secretsKeys, 'erasures'),
    receipts,
    wakeErasures: overrides.wakeErasures ?? (() => {}),
    outbound,
    wakeWebhooks: () => {},
    wakeRelay: overrides.wakeRelay ?? (() => {}),
    draining: draining.signal,
    version: '0.0.0-test',
  });
  defer(t, async () => {
    draining.abort();
    await app.close();
    await signals.close();
    await queue.close();
    await outbound.close();
    await identityProvider?.close();
    await rateStore.close();
    await reads.close();
  });
  const newKey = async (tenant: string, scopes: Scope[] = [...SCOPES]) => {
    const tenantId = await ensureTenant(db, tenant);
    const { key } = await createApiKey(db, { ...byOperator(tenantId), scopes }, { name: 'test', scopes });
    return { tenantId, headers: { authorization: `Bearer ${key}` } };
  };
  return {
    app,
    config,
    db,
    url,
    queue,
    signals,
    store,
    metrics,
    scanner,
    logger,
    secrets,
    secretsKeys,
    receipts,
    outbound,
    folder,
    maxLogoBytes,
    drain: () => draining.abort(),
    newKey,
    ...(await newKey('default')),
  };
}

/** Lets the test fail at its end if a route has answered with a problem that its description does not have. */
function loggerThatKeepsToDescriptions(t: TestContext): Logger {
  const undescribed: string[] = [];
  const write = (line: string) => {
    if (line.includes(UNDESCRIBED)) undescribed.push(line);
  };
  defer(t, () => assert.deepEqual(undescribed, []));
  return pino({ level: 'warn' }, { write });
}

const svg = (path: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}"/></svg>`);

/** Small real SVGs, as bytes. */
export const SVG = svg('M2 2h20v20H2z');
export const OTHER_SVG = svg('M12 2l10 20H2z');

/** Uploads a logo, and gives its id. */
export async function newLogo({ app, headers }: Pick<TestApp, 'app' | 'headers'>, bytes = SVG): Promise<string> {
  return (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: bytes })).json().id;
}

/** The keys of all objects in the store. */
export function objectsIn({ folder }: Pick<TestApp, 'folder'>): Promise<string[]> {
  return storedFiles(folder);
}
