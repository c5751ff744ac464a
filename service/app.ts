import { isIP } from 'node:net';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { addressRanges, isIn } from '@logomorph/core/outbound-http/addresses.ts';
import { traceIdOf } from '@logomorph/core/trace-context.ts';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { clientErrors } from './client-error.ts';
import type { ServiceDeps } from './deps.ts';
import { takeRequestId, traceContextOf } from './origin.ts';
import { authentication } from './plugins/authentication.ts';
import { connections } from './plugins/connections.ts';
import { cors } from './plugins/cors.ts';
import { docs } from './plugins/docs.ts';
import { drain } from './plugins/drain.ts';
import { httpDefaults } from './plugins/http-defaults.ts';
import { idempotency } from './plugins/idempotency.ts';
import { loadShedding } from './plugins/load-shedding.ts';
import { observation } from './plugins/observation.ts';
import { answerOtherMethods, noteAddresses } from './plugins/other-methods.ts';
import { answerFrameworkError, problems } from './plugins/problems.ts';
import { publicFiles } from './plugins/public-files.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { requestLimits } from './plugins/request-limits.ts';
import { uploadBudget } from './plugins/upload-budget.ts';
import { clerkWebhookRoute } from './routes/clerk-webhook.ts';
import { directUploadRoutes } from './routes/direct-uploads.ts';
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
import { signedFileRoute } from './routes/signed-files.ts';
import { signedUploadRoute } from './routes/signed-uploads.ts';
import type { App } from './routes/types.ts';
import { usageRoute } from './routes/usage.ts';
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { createValidatorCompiler } from './validation.ts';

/** The most a JSON body may have. */
const JSON_BODY_BYTES = 64 * 1024;

/** Builds the API on its surroundings, without listening. */
export async function buildApp(deps: ServiceDeps): Promise<App> {
  const logger: FastifyBaseLogger = deps.logger;
  const { headersTimeout, requestTimeout, keepAlive, loadBalancerIdle } = deps.config.timeBudgets;
  const proxies = addressRanges(deps.config.trustedProxies);
  const app: App = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: takeRequestId,
    childLoggerFactory: (parent, bindings, options, request) =>
      parent.child({ ...bindings, traceId: traceIdOf(traceContextOf(request).traceparent) }, options),
    trustProxy: (address) => isIP(address) !== 0 && isIn(proxies, address),
    bodyLimit: JSON_BODY_BYTES,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: clientErrors(deps.logger),
    http: {
      // Node looks for requests over their time only now and then; by default so seldom that the chain of time budgets breaks.
      connectionsCheckingInterval: 1000,
      maxHeaderSize: LIMITS.requestHeadBytes,
      headersTimeout: headersTimeout * 1000,
      // Asked for by a plugin, which answers with a problem.
      requireHostHeader: false,
    },
    requestTimeout: requestTimeout * 1000,
    keepAliveTimeout: keepAlive * 1000,
    // Ends connections on which nothing moves, as when a client does not read its answer.
    connectionTimeout: loadBalancerIdle * 1000,
    forceCloseConnections: 'idle',
    // What comes on a connection that is still open is answered as ever: it is the last one there.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(createValidatorCompiler());
  const addresses = noteAddresses(app);
  await app.register(problems);
  await app.register(observation, deps);
  await app.register(connections, deps);
  await app.register(drain, deps);
  await app.register(httpDefaults);
  await app.register(cors, deps);
  await app.register(requestLimits);
  await app.register(docs, deps);

  healthRoutes(app, deps);
  metricsRoute(app, deps);
  await app.register(async (scope: App) => clerkWebhookRoute(scope, deps));
  await app.register(async (scope: App) => {
    await scope.register(authentication, deps);
    await scope.register(idempotency, deps);
    await scope.register(rateLimits, deps);
    await scope.register(loadShedding, deps);
    await scope.register(uploadBudget, deps);
    keyRoutes(scope, deps);
    renderRoutes(scope, deps);
    renderEventsRoute(scope, deps);
    outputRoute(scope, deps);
    webhookRoutes(scope, deps);
    webhookDeliveryRoutes(scope, deps);
    logoRoutes(scope, deps);
    usageRoute(scope, deps);
    limitsRoute(scope, deps);
    logoFromUrlRoute(scope, deps);
    directUploadRoutes(scope, deps);
    await scope.register(async (uploads: App) => logoUploadRoutes(uploads, deps));
  });
  await app.register(async (scope: App) => {
    await scope.register(publicFiles);
    await scope.register(loadShedding, deps);
    signedFileRoute(scope, deps);
    await scope.register(async (uploads: App) => signedUploadRoute(uploads, deps));
  });
  answerOtherMethods(app, addresses);
  await app.ready();
  return app;
}
