import { Page, PageQuery } from '@logomorph/contract/page.ts';
import {
  DELIVERY_STATES,
  WebhookDelivery,
  WebhookReplay,
  WebhookReplayRequest,
} from '@logomorph/contract/webhook-delivery.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { pageOf } from '../use-cases/page.ts';
import { listDeliveries, readDelivery, replayDelivery, sendTest } from '../use-cases/webhook-deliveries.ts';
import { replayRange } from '../use-cases/webhook-replay.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

const Params = Type.Object({ webhookId: Id });
const DeliveryParams = Type.Object({ webhookId: Id, deliveryId: Id });

/** `/v1/webhooks/:webhookId/…`: what was and will be sent to an endpoint, again, or for a test. */
export function webhookDeliveryRoutes(app: App, { db, wakeWebhooks }: ServiceDeps): void {
  const shared = { tags: ['webhooks'] };
  const config = { scope: 'admin' } as const;

  app.get(
    '/v1/webhooks/:webhookId/deliveries',
    {
      config,
      schema: {
        ...shared,
        operationId: 'listDeliveries',
        summary: 'List the deliveries to a webhook endpoint, newest first',
        description: 'Each with its attempts, what was answered, and when the next one is.',
        params: Params,
        querystring: Type.Object(
          { ...PageQuery, state: Type.Optional(Type.Enum([...DELIVERY_STATES])) },
          { additionalProperties: false },
        ),
        response: { 200: Page(WebhookDelivery, 'WebhookDeliveryPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listDeliveries(db, tenantOf(request), request.params.webhookId, page, filter.state);
    },
  );

  app.get(
    '/v1/webhooks/:webhookId/deliveries/:deliveryId',
    {
      config,
      schema: {
        ...shared,
        operationId: 'readDelivery',
        summary: 'Read a delivery',
        description: 'With its attempts, what was answered, and when the next one is.',
        params: DeliveryParams,
        response: { 200: WebhookDelivery },
      },
    },
    async (request) => {
      const { webhookId, deliveryId } = request.params;
      return readDelivery(db, tenantOf(request), webhookId, deliveryId);
    },
  );

  app.post(
    '/v1/webhooks/:webhookId/deliveries/:deliveryId/replay',
    {
      config: { ...config, problems: ['webhook-disabled'] },
      schema: {
        ...shared,
        operationId: 'replayDelivery',
        summary: 'Send a delivery again',
        description: 'Whether it has succeeded, failed or is on its way.',
        params: DeliveryParams,
        response: { 202: WebhookDelivery },
      },
    },
    async (request, reply) => {
      const { webhookId, deliveryId } = request.params;
      const delivery = await replayDelivery(db, authorOf(request), webhookId, deliveryId);
      wakeWebhooks();
      return reply.code(202).send(delivery);
    },
  );

  app.post(
    '/v1/webhooks/:webhookId/replay',
    {
      config: { ...config, problems: ['webhook-disabled'] },
      schema: {
        ...shared,
        operationId: 'replayWebhook',
        summary: 'Send again what has happened in a range of time and was not delivered',
        description:
          'What is on its way stays as it is. `nextSince` is there when there was more than is replayed at once: ask again with it as `since`.',
        params: Params,
        body: WebhookReplayRequest,
        response: { 202: WebhookReplay },
      },
    },
    async (request, reply) => {
      const replay = await replayRange(db, authorOf(request), request.params.webhookId, request.body);
      wakeWebhooks();
      return reply.code(202).send(replay);
    },
  );

  app.post(
    '/v1/webhooks/:webhookId/test',
    {
      config: { ...config, problems: ['webhook-disabled'] },
      schema: {
        ...shared,
        operationId: 'testWebhook',
        summary: 'Send a webhook endpoint the event webhook.test',
        description: 'To this endpoint alone, whatever events it is told of.',
        params: Params,
        response: { 202: WebhookDelivery },
      },
    },
    async (request, reply) => {
      const delivery = await sendTest(db, authorOf(request), request.params.webhookId);
      wakeWebhooks();
      return reply.code(202).send(delivery);
    },
  );
}
