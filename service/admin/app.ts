import type { AdminConfig } from '@logomorph/core/config.ts';
import type { ServiceDeps } from '../deps.ts';
import { createApp } from '../http/create-app.ts';
import { compression } from '../plugins/compression.ts';
import { answerOtherMethods, noteAddresses } from '../plugins/other-methods.ts';
import { answerUnknown, problems } from '../plugins/problems.ts';
import { requestLimits } from '../plugins/request-limits.ts';
import { securityHeaders } from '../plugins/security-headers.ts';
import type { App } from '../routes/types.ts';
import { adminAuthentication } from './authentication.ts';
import { adminDocs } from './docs.ts';
import { adminObservation } from './observation.ts';
import { deadDeliveryRoutes } from './routes/dead-deliveries.ts';
import { deadRenderRoutes } from './routes/dead-renders.ts';
import { openApiRoute } from './routes/openapi.ts';
import { queuesRoute } from './routes/queues.ts';
import { tenantRoutes } from './routes/tenants.ts';

/** Connections that may be open at once: operators are few. */
const MAX_CONNECTIONS = 100;

/** What the admin surface needs of its surroundings. */
export interface AdminDeps
  extends Pick<ServiceDeps, 'db' | 'queue' | 'logger' | 'metrics' | 'wakeRelay' | 'wakeWebhooks' | 'version'> {
  config: Pick<ServiceDeps['config'], 'timeBudgets' | 'quotas'>;
  tokens: AdminConfig['tokens'];
  /** In milliseconds; never goes back. */
  now: () => number;
}

/** Builds the admin surface, without listening. It is an app of its own, so that no route of it is ever on the API's port. */
export async function buildAdminApp(deps: AdminDeps): Promise<App> {
  const app = createApp(deps.logger, deps.config.timeBudgets, () => false);
  app.server.maxConnections = MAX_CONNECTIONS;
  const addresses = noteAddresses(app);
  await app.register(problems);
  await app.register(adminObservation);
  await app.register(securityHeaders);
  await app.register(compression);
  await app.register(requestLimits);
  await app.register(adminAuthentication, deps);
  await app.register(adminDocs, deps);
  openApiRoute(app);
  queuesRoute(app, deps);
  deadRenderRoutes(app, deps);
  deadDeliveryRoutes(app, deps);
  tenantRoutes(app, deps);
  answerUnknown(app);
  answerOtherMethods(app, addresses);
  await app.ready();
  return app;
}
