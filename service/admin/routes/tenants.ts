import {
  TenantChange,
  TenantDetails,
  TenantErasure,
  TenantErasureRequest,
  TenantQuery,
  TenantSummary,
} from '@logomorph/contract/admin/tenants.ts';
import { Page } from '@logomorph/contract/page.ts';
import Type from 'typebox';
import { Id } from '../../routes/schemas.ts';
import type { App } from '../../routes/types.ts';
import { pageOf } from '../../use-cases/page.ts';
import type { AdminDeps } from '../app.ts';
import { operatorOf } from '../author.ts';
import { logChange } from '../log-change.ts';
import { changeTenant, suspendTenant } from '../use-cases/change-tenant.ts';
import { beginErasure, readErasure } from '../use-cases/erase-tenant.ts';
import { readTenant } from '../use-cases/tenant-details.ts';
import { listTenants } from '../use-cases/tenants.ts';

const DONE = { suspend: 'tenant suspended', resume: 'tenant resumed' } as const;

/** `/admin/tenants`: who there is, what they have and may, and letting them no more. */
export function tenantRoutes(app: App, deps: AdminDeps): void {
  const { db, wakeRelay } = deps;
  const shared = { tags: ['tenants'] };
  const ofOne = { ...shared, params: Type.Object({ tenantId: Id }) };

  app.get(
    '/admin/tenants',
    {
      schema: {
        ...shared,
        operationId: 'listTenants',
        summary: 'List tenants, newest first',
        description: 'By a part of their names, or by state.',
        querystring: TenantQuery,
        response: { 200: Page(TenantSummary, 'TenantPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listTenants(db, page, filter);
    },
  );

  app.get(
    '/admin/tenants/:tenantId',
    {
      schema: {
        ...ofOne,
        operationId: 'readTenant',
        summary: 'Read a tenant, with what it has and uses',
        description: 'Its counts, where its quotas stand, and its usage of 30 days.',
        response: { 200: TenantDetails },
      },
    },
    async (request) => readTenant(deps, request.params.tenantId),
  );

  app.patch(
    '/admin/tenants/:tenantId',
    {
      schema: {
        ...ofOne,
        operationId: 'changeTenant',
        summary: 'Change the weight or the quotas of a tenant',
        description: 'What is left out stays. A change counts at once.',
        body: TenantChange,
        response: { 200: TenantSummary },
      },
    },
    async (request) => {
      const { tenantId } = request.params;
      const { before, after } = await changeTenant(db, operatorOf(request, tenantId), request.body);
      const of = ({ weight, quotas }: TenantSummary) => ({ weight, quotas });
      logChange(request, { action: 'tenant changed', tenantId, before: of(before), after: of(after) });
      return after;
    },
  );

  for (const action of ['suspend', 'resume'] as const) {
    app.post(
      `/admin/tenants/:tenantId/${action}`,
      {
        schema: {
          ...ofOne,
          operationId: `${action}Tenant`,
          summary: action === 'suspend' ? 'Let a tenant do nothing' : 'Let a suspended tenant go on',
          description:
            'Its keys, tokens and signed addresses are refused while it is suspended, within 5 seconds, its event ' +
            'streams end, and its renders wait for their turn.',
          response: { 200: TenantSummary },
        },
      },
      async (request) => {
        const { tenantId } = request.params;
        const author = operatorOf(request, tenantId);
        const { tenant, changed } = await suspendTenant(db, author, action === 'suspend');
        if (changed) logChange(request, { action: DONE[action], tenantId });
        wakeRelay();
        return tenant;
      },
    );
  }

  app.post(
    '/admin/tenants/:tenantId/erase',
    {
      schema: {
        ...ofOne,
        operationId: 'eraseTenant',
        summary: 'Begin to erase a tenant, with all that it has',
        description: 'To repeat it tells how far it is.',
        body: TenantErasureRequest,
        response: { 202: TenantErasure },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params;
      const author = operatorOf(request, tenantId);
      const { erasure, begun } = await beginErasure(db, author, request.body.confirm);
      if (begun) logChange(request, { action: 'tenant erasure begun', tenantId, erasureId: erasure.id });
      return reply.code(202).send(erasure);
    },
  );

  app.get(
    '/admin/tenants/:tenantId/erasure',
    {
      schema: {
        ...ofOne,
        operationId: 'readTenantErasure',
        summary: 'Read how far the erasure of a tenant is',
        description: 'Also when the tenant is gone.',
        response: { 200: TenantErasure },
      },
    },
    async (request) => readErasure(db, request.params.tenantId),
  );
}
