import { Usage, UsageQuery } from '@logomorph/contract/usage.ts';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { readUsage } from '../use-cases/usage.ts';
import type { App } from './types.ts';

/** `/v1/usage`: what the tenant has used, by day. */
export function usageRoute(app: App, { db }: Pick<ServiceDeps, 'db'>): void {
  app.get(
    '/v1/usage',
    {
      config: { scope: 'read', problems: ['invalid-range'] },
      schema: {
        tags: ['usage'],
        operationId: 'readUsage',
        summary: 'Read what was used on each day, and what is stored now',
        description: 'By whole days of UTC; days on which nothing was used are left out.',
        querystring: UsageQuery,
        response: { 200: Usage },
      },
    },
    async (request) => readUsage(db, tenantOf(request), request.query),
  );
}
