import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@logomorph/core/config.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { meetSchema } from '@logomorph/core/database/migrate.ts';
import { connectPointReads } from '@logomorph/core/database/point-reads.ts';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { createObjectStore } from '@logomorph/core/object-store/create.ts';
import { removeLeftovers } from '@logomorph/core/object-store/folder-leftovers.ts';
import { addressRanges } from '@logomorph/core/outbound-http/addresses.ts';
import { createOutbound } from '@logomorph/core/outbound-http/outbound.ts';
import { announceReady, blame, runMain, stopOnSignal } from '@logomorph/core/process.ts';
import { connectQueue } from '@logomorph/core/queue/connect.ts';
import { connectRateStore, forgetEndedWindows } from '@logomorph/core/rate-store/connect.ts';
import { listenForRenders } from '@logomorph/core/render-signals.ts';
import { secretBox } from '@logomorph/core/secret-box.ts';
import { urlSigner } from '@logomorph/core/signed-url.ts';
import { buildAdminApp } from './admin/app.ts';
import { buildApp } from './app.ts';
import { chainAll } from './audit/chain.ts';
import { startErasures } from './erasure/erasures.ts';
import { receiptSigner } from './erasure/receipt-signer.ts';
import { connectIdentityProvider } from './identity-provider/connect.ts';
import { createLiveCache } from './live-cache.ts';
import { createServiceMetrics } from './metrics.ts';
import { startRelay } from './relay.ts';
import { connectRelayDatabase } from './relay-database.ts';
import { inTurn, repeat } from './repeat.ts';
import { deleteOutdated } from './retention.ts';
import { settleForgotten, sweepLost } from './sweep.ts';
import { findLiveKey } from './use-cases/authentication.ts';
import { addUpChanges, forgetOldCounters } from './use-cases/counters.ts';
import { forgetOldKeys } from './use-cases/idempotency.ts';
import { forgetReceivedWebhooks } from './use-cases/identity-events.ts';
import { forgetOldUploads } from './use-cases/logo-uploads.ts';
import { VERSION } from './version.ts';
import { startHeldScans } from './virus-scan/held-logos.ts';
import { createVirusScanner } from './virus-scan/scanner.ts';
import { removeOldEvents } from './webhooks/clean-up.ts';
import { endForgotten } from './webhooks/disable.ts';
import { startDispatcher } from './webhooks/dispatcher.ts';

/** Seconds between looks at the outbox, when nothing makes the relay look sooner, and for lost jobs. */
const RELAY_INTERVAL = 0.5;
const SWEEP_INTERVAL = 5;

/** Seconds between looks for held logos. */
const HELD_SCAN_INTERVAL = 5;

/** Seconds between looks for what is kept no longer. */
const CLEAN_UP_INTERVAL = 600;

/** Seconds between looks for files of writes that were killed: each goes through the whole folder. */
const LEFTOVERS_INTERVAL = 86_400;

/** Seconds a render may wait in the queue before it is looked whether the queue still has it. */
const SWEEP_AGE = 10;

/** Seconds after which a file of which nothing is known any more is removed; many times what a render may take. */
const DISCARD_AGE = 3600;

await runMain('service', async (env) => {
  const config = readConfig(env);
  const logger = createLogger('service', config.logLevel);
  const { renderTimeout, serviceReadyOff, serviceDrain, serviceGrace } = config.timeBudgets;
  const db = connectDatabase(config.databaseUrl, logger);
  const reads = connectPointReads(config.databaseUrl, logger);
  const store = createObjectStore(config.objectStore, logger, config.storeNamespace);
  const secrets = await blame('SECRETS_KEY', () => secretBox(config.secretsKeys));
  const fileUrls = urlSigner(config.secretsKeys, 'files');
  const transformUrls = urlSigner(config.secretsKeys, 'transforms');
  const uploadUrls = urlSigner(config.secretsKeys, 'uploads');
  const erasureUrls = urlSigner(config.secretsKeys, 'erasures');
  const receipts = await receiptSigner(config.secretsKeys);
  const allowed = await blame('OUTBOUND_ALLOWED_RANGES', () => addressRanges(config.outboundAllowedRanges));
  await blame('TRUSTED_PROXIES', () => addressRanges(config.trustedProxies));
  await blame('DATABASE_URL', meetSchema(db, config, logger));
  await blame('OBJECT_FOLDER, S3_BUCKET', store.check());

  const queue = connectQueue(config, logger);
  const rateStore = connectRateStore(config, logger);
  const metrics = createServiceMetrics(db, queue);
  const relayDb = connectRelayDatabase(config.databaseUrl, logger);
  const relay = startRelay(relayDb, queue, RELAY_INTERVAL, logger);
  const signals = listenForRenders(config.databaseUrl, logger, relay.onRenderEvent);
  const draining = new AbortController();
  const ages = { queued: SWEEP_AGE, running: renderTimeout + SWEEP_AGE };
  let place: string | undefined;
  const findLost = async () => {
    const { lost, next } = await sweepLost(db, queue, ages, place);
    place = next;
    if (lost > 0) relay.wake();
    metrics.jobsRequeued.inc(lost);
  };
  const sweep = repeat(
    // Without a queue nothing lost is found, but what was done is counted all the same.
    () => inTurn([findLost, () => settleForgotten(db), () => addUpChanges(db), () => chainAll(db)]),
    SWEEP_INTERVAL,
    logger,
    'sweep',
  );
  const outbound = createOutbound({ plainHttp: false, allowed });
  const identityProvider = config.oidc && connectIdentityProvider(config.oidc, db, () => performance.now());
  const webhooks = startDispatcher({ db, secrets, outbound, metrics, logger }, serviceDrain / 2);
  const erasures = startErasures(
    { db, queue, store, signer: receipts, settleSeconds: config.timeBudgets.erasureSettle, logger },
    draining.signal,
  );
  const cleanUp = repeat(
    () =>
      inTurn(
        [
          removeOldEvents,
          endForgotten,
          forgetOldKeys,
          forgetOldUploads,
          forgetOldCounters,
          forgetEndedWindows,
          forgetReceivedWebhooks,
        ].map((forget) => () => forget(db)),
      ),
    CLEAN_UP_INTERVAL,
    logger,
    'clean-up',
  );
  // Apart from the rest: there may be much of it, and a store that fails is to stop nothing else.
  const discards = repeat(
    () => removeDiscarded(db, store, DISCARD_AGE, draining.signal),
    CLEAN_UP_INTERVAL,
    logger,
    'removing files',
  );
  const { objectStore } = config;
  const leftovers =
    objectStore.kind === 'folder'
      ? repeat(
          () => removeLeftovers(objectStore.folder, new Date(), draining.signal),
          LEFTOVERS_INTERVAL,
          logger,
          'tidying the folder',
        )
      : undefined;
  // Likewise.
  const retention = repeat(
    () => deleteOutdated({ db, metrics, logger }, draining.signal),
    CLEAN_UP_INTERVAL,
    logger,
    'retention',
  );

  const scanner = config.scanner && createVirusScanner(config.scanner, metrics, () => performance.now());
  const heldScans = scanner && startHeldScans({ db, store, scanner, logger }, HELD_SCAN_INTERVAL, relay.wake);
  const app = await buildApp({
    config,
    db,
    reads,
    scanner,
    keys: createLiveCache(
      (prefix) => findLiveKey(db, prefix),
      () => performance.now(),
    ),
    identityProvider,
    queue,
    store,
    logger,
    rateStore,
    metrics,
    signals,
    wakeRelay: relay.wake,
    secrets,
    fileUrls,
    transformUrls,
    uploadUrls,
    erasureUrls,
    receipts,
    wakeErasures: erasures.wake,
    outbound,
    wakeWebhooks: webhooks.wake,
    draining: draining.signal,
    version: VERSION,
  });
  await rateStore.warmUp();
  await blame('PORT, HOST', app.listen({ host: config.host, port: config.port }));
  const adminApp =
    config.admin &&
    (await buildAdminApp({
      ...{ config, db, queue, logger, metrics, version: VERSION },
      wakeRelay: relay.wake,
      wakeWebhooks: webhooks.wake,
      tokens: config.admin.tokens,
      now: () => performance.now(),
    }));
  await blame('ADMIN_PORT, ADMIN_HOST', async () => adminApp?.listen({ ...config.admin }));

  stopOnSignal(logger, serviceGrace, async () => {
    draining.abort();
    const webhooksStopped = webhooks.stop();
    const scansStopped = heldScans?.stop();
    // Still serving: a load balancer sends requests until it has seen that this replica is not ready.
    await sleep(serviceReadyOff * 1000);
    await Promise.race([Promise.all([app.close(), adminApp?.close()]), sleep(serviceDrain * 1000)]);
    await Promise.all([relay.stop(), sweep.stop(), signals.close(), webhooksStopped, scansStopped]);
    await Promise.all([cleanUp.stop(), discards.stop(), retention.stop(), erasures.stop(), leftovers?.stop()]);
    await Promise.all([outbound.close(), identityProvider?.close()]);
    await Promise.all([queue.close(), rateStore.close()]);
    store.close();
    await Promise.all([reads.close(), db.destroy(), relayDb.destroy()]);
  });
  announceReady(app.server);
  logger.info({ address: app.server.address(), admin: adminApp?.server.address(), version: VERSION }, 'service ready');
});
