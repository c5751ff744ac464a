import { isIP } from 'node:net';
import { addressRanges, isIn } from '@logomorph/core/outbound-http/addresses.ts';
import type { ServiceDeps } from './deps.ts';
import { createApp } from './http/create-app.ts';
import { createLogoMemory } from './logo-memory.ts';
import { authentication } from './plugins/authentication.ts';
import { compression } from './plugins/compression.ts';
import { connections } from './plugins/connections.ts';
import { cors } from './plugins/cors.ts';
import { description } from './plugins/description.ts';
import { docsPage } from './plugins/docs-page.ts';
import { drain } from './plugins/drain.ts';
import { idempotency } from './plugins/idempotency.ts';
import { loadShedding } from './plugins/load-shedding.ts';
import { observation } from './plugins/observation.ts';
import { answerOtherMethods, noteAddresses } from './plugins/other-methods.ts';
import { probes } from './plugins/probes.ts';
import { answerUnknown, problems } from './plugins/problems.ts';
import { publicFiles } from './plugins/public-files.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { requestLimits } from './plugins/request-limits.ts';
import { scopes } from './plugins/scopes.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { uploadBudget } from './plugins/upload-budget.ts';
import { createRateCounter } from './rate-limits/counter.ts';
import { createRateLimits } from './rate-limits/rate-limits.ts';
import { auditRoutes } from './routes/audit.ts';
import { clerkWebhookRoute } from './routes/clerk-webhook.ts';
import { directUploadRoutes } from './routes/direct-uploads.ts';
import { erasureReceiptRoutes } from './routes/erasure-receipts.ts';
import { erasureRoutes } from './routes/erasures.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import { limitsRoute } from './routes/limits.ts';
import { logoFromUrlRoute } from './routes/logo-from-url.ts';
import { logoUploadRoutes } from './routes/logo-uploads.ts';
import { logoRoutes } from './routes/logos.ts';
import { metricsRoute } from './routes/metrics.ts';
import { outputRoute } from './routes/outputs.ts';
import { renderEventsRoute } from './routes/render-events.ts';
import { renderRoutes } from './routes/renders.ts';
import { retentionRoutes } from './routes/retention.ts';
import { signedFileRoute } from './routes/signed-files.ts';
import { signedTransformRoute } from './routes/signed-transforms.ts';
import { signedUploadRoute } from './routes/signed-uploads.ts';
import { tenantRoute } from './routes/tenant.ts';
import { transformRoute } from './routes/transforms.ts';
import type { App } from './routes/types.ts';
import { usageRoute } from './routes/usage.ts';
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Builds the API on its surroundings, without listening. */
export async function buildApp(deps: ServiceDeps): Promise<App> {
  const proxies = addressRanges(deps.config.trustedProxies);
  const app = createApp(
    deps.logger,
    deps.config.timeBudgets,
    (address) => isIP(address) !== 0 && isIn(proxies, address),
  );
  const addresses = noteAddresses(app);
  await app.register(problems);
  await app.register(observation, deps);
  await app.register(connections, deps);
  await app.register(drain, deps);
  await app.register(cors, deps);
  await app.register(description, deps);
  await app.register(async (scope: App) => {
    await scope.register(probes);
    healthRoutes(scope, deps);
  });
  await app.register(async (scope: App) => {
    await publicRoutes(scope, deps);
    answerOtherMethods(scope, addresses);
  });
  await app.ready();
  return app;
}

/** All that is not for machines alone which ask all day. */
async function publicRoutes(app: App, deps: ServiceDeps): Promise<void> {
  await app.register(securityHeaders);
  await app.register(requestLimits);
  await app.register(compression);
  await app.register(docsPage);
  answerUnknown(app);

  const now = () => performance.now();
  const logoMemory = createLogoMemory();
  const limits = createRateLimits(createRateCounter(deps.rateStore.count, now), { ...deps, now });
  metricsRoute(app, deps);
  await app.register(async (scope: App) => clerkWebhookRoute(scope, deps));
  await app.register(async (scope: App) => {
    await scope.register(authentication, deps);
    await scope.register(idempotency, deps);
    await scope.register(rateLimits, { ...deps, limits });
    await scope.register(scopes);
    await scope.register(loadShedding, deps);
    await scope.register(uploadBudget, { ...deps, logoMemory });
    keyRoutes(scope, deps);
    renderRoutes(scope, deps);
    transformRoute(scope, deps);
    renderEventsRoute(scope, deps);
    outputRoute(scope, deps);
    webhookRoutes(scope, deps);
    webhookDeliveryRoutes(scope, deps);
    logoRoutes(scope, deps);
    usageRoute(scope, deps);
    auditRoutes(scope, deps);
    limitsRoute(scope, deps);
    retentionRoutes(scope, deps);
    logoFromUrlRoute(scope, deps);
    directUploadRoutes(scope, { ...deps, logoMemory });
    tenantRoute(scope, deps);
    erasureRoutes(scope, deps);
    await scope.register(async (uploads: App) => logoUploadRoutes(uploads, deps));
  });
  await app.register(async (scope: App) => {
    await scope.register(publicFiles);
    const addresses = noteAddresses(scope);
    await scope.register(loadShedding, deps);
    signedFileRoute(scope, { ...deps, limits });
    signedTransformRoute(scope, { ...deps, limits });
    erasureReceiptRoutes(scope, deps);
    await scope.register(async (uploads: App) => signedUploadRoute(uploads, { ...deps, limits }));
    answerOtherMethods(scope, addresses);
  });
}
