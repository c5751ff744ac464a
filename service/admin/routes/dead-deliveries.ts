import {
  DeadDelivery,
  DeadDeliveryQuery,
  DeliveryRedrive,
  DisabledEndpoint,
  DisabledEndpointQuery,
  Redriven,
} from '@logomorph/contract/admin/dead-letters.ts';
import { Page } from '@logomorph/contract/page.ts';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { originOf } from '../../origin.ts';
import { Id } from '../../routes/schemas.ts';
import type { App } from '../../routes/types.ts';
import { pageOf } from '../../use-cases/page.ts';
import type { AdminDeps } from '../app.ts';
import { logChange } from '../log-change.ts';
import { deadDeliveries, listDeadDeliveries, listDisabledEndpoints } from '../use-cases/dead-deliveries.ts';
import { redriveDelivery } from '../use-cases/redrive-delivery.ts';
import { redriveMany } from '../use-cases/redrive-many.ts';

/** `/admin/dead-letters/webhook-*`: deliveries that were given up, having them sent again, and endpoints we disabled. */
export function deadDeliveryRoutes(app: App, { db, metrics, wakeWebhooks }: AdminDeps): void {
  const shared = { tags: ['dead letters'] };

  const redrive = async (request: FastifyRequest, deliveryId: string) => {
    const tenantId = await redriveDelivery(db, deliveryId, originOf(request));
    metrics.redriven.inc({ kind: 'webhook-delivery' });
    logChange(request, { action: 'webhook delivery redriven', tenantId, deliveryId });
  };

  app.get(
    '/admin/dead-letters/webhook-deliveries',
    {
      schema: {
        ...shared,
        operationId: 'listDeadDeliveries',
        summary: 'List deliveries of webhooks that were given up, newest first',
        description: 'All of their attempts have failed, or their endpoint was disabled.',
        querystring: DeadDeliveryQuery,
        response: { 200: Page(DeadDelivery, 'DeadDeliveryPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listDeadDeliveries(db, page, filter);
    },
  );

  app.get(
    '/admin/dead-letters/webhook-endpoints',
    {
      schema: {
        ...shared,
        operationId: 'listDisabledEndpoints',
        summary: 'List webhook endpoints that were disabled by us, newest first',
        description: 'Their tenants enable them again, and replay what was missed.',
        querystring: DisabledEndpointQuery,
        response: { 200: Page(DisabledEndpoint, 'DisabledEndpointPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listDisabledEndpoints(db, page, filter);
    },
  );

  app.post(
    '/admin/dead-letters/webhook-deliveries/:deliveryId/redrive',
    {
      config: { problems: ['not-a-dead-letter', 'webhook-disabled'] },
      schema: {
        ...shared,
        operationId: 'redriveDelivery',
        summary: 'Have one of the deliveries sent again, until it succeeds',
        description: 'One that is due already stays so.',
        params: Type.Object({ deliveryId: Id }),
        response: { 204: Type.Null({ description: 'It is due' }) },
      },
    },
    async (request, reply) => {
      await redrive(request, request.params.deliveryId);
      wakeWebhooks();
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/admin/dead-letters/webhook-deliveries/redrive',
    {
      schema: {
        ...shared,
        operationId: 'redriveDeliveries',
        summary: 'Have many of the deliveries sent again, the oldest first',
        description: 'Those that cannot be sent again are counted in `refused`, by their problems.',
        body: DeliveryRedrive,
        response: { 200: Redriven },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.body;
      const dead = deadDeliveries(db, filter).select('id');
      return redriveMany(dead, { limit, cursor }, (id) => redrive(request, id)).finally(wakeWebhooks);
    },
  );
}
