import { Tenant } from '@logomorph/contract/tenant.ts';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { readTenant } from '../use-cases/tenants.ts';
import type { App } from './types.ts';

/** `/v1/tenant`: whose all is that a key or a token sees. */
export function tenantRoute(app: App, { db }: Pick<ServiceDeps, 'db'>): void {
  app.get(
    '/v1/tenant',
    {
      config: { scope: 'read', problems: ['not-found'] },
      schema: {
        tags: ['tenant'],
        operationId: 'readTenant',
        summary: 'Read the tenant of the key or the token',
        description: 'Its limits are at `/v1/limits`, and how long its things are kept is at `/v1/retention`.',
        response: { 200: Tenant },
      },
    },
    async (request) => readTenant(db, tenantOf(request)),
  );
}
