import { type TenantLimit, TenantLimits } from '@logomorph/contract/tenant-limits.ts';
import type { ServiceDeps } from '../deps.ts';
import { principalOf } from '../plugins/authentication.ts';
import { countedPolicies } from '../plugins/rate-limits.ts';
import { ratePolicies } from '../rate-limits/rate-limits.ts';
import { readQuotas } from '../use-cases/quotas.ts';
import type { App } from './types.ts';

/** `/v1/limits`: the limits of the key and the tenant, and where they stand. */
export function limitsRoute(app: App, deps: ServiceDeps): void {
  app.get(
    '/v1/limits',
    {
      config: { scope: 'read', tellsLimits: true },
      schema: {
        tags: ['usage'],
        operationId: 'readLimits',
        summary: 'Read all limits, and what is left of each',
        description: 'Of rates, which are those of the `RateLimit` headers, and quotas of the tenant.',
        response: { 200: TenantLimits },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const counted = new Map(countedPolicies(request).map((policy) => [policy.name, policy]));
      const policies = Object.values(ratePolicies(principal, deps.config.rateLimits));
      const rates = policies.map(({ name, limit }): TenantLimit => {
        const policy = counted.get(name);
        if (policy === undefined) return { name, limit };
        const resetsAt = new Date(Date.now() + policy.msLeft).toISOString();
        return { name, limit, used: limit - policy.left, remaining: policy.left, resetsAt };
      });
      return { items: [...rates, ...(await readQuotas(deps, principal.tenantId))] };
    },
  );
}
