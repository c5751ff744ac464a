import Type, { type Static, type TSchema } from 'typebox';
import { LIMITS } from './limits.ts';
import { Metadata } from './metadata.ts';
import { Problem } from './problem-document.ts';
import { Children, FINISHED_STATES } from './render.ts';
import { At, DISABLED_REASONS, RENDER_EVENT_TYPES, type WEBHOOK_EVENT_TYPES } from './webhook.ts';

/** The event that is sent when a client asks for it, to that endpoint alone. */
export const WEBHOOK_TEST = 'webhook.test';

const Id = Type.String({ format: 'uuid' });

/** What `render.*` and `batch.*` tell of a render or a batch that has finished; the rest is at its address. */
export const WebhookRender = Type.Object(
  {
    id: Id,
    url: Type.String({ description: 'Where the render is, relative to the API' }),
    logoId: Type.Optional(Id),
    parentId: Type.Optional(Id),
    state: Type.Enum([...FINISHED_STATES]),
    createdAt: At(),
    finishedAt: Type.Optional(At()),
    // An event of before renders had it is kept without it.
    metadata: Type.Optional(Metadata),
    error: Type.Optional(Problem),
    // Of a batch; not in events of before they were told.
    children: Type.Optional(Children),
  },
  { title: 'WebhookRender' },
);

export type WebhookRender = Static<typeof WebhookRender>;

/** What `webhook.test` and `webhook.disabled` tell of an endpoint. */
const ABOUT_ENDPOINT = { id: Id, url: Type.String() };

/** Each has a title, so that generated clients have a name for it. */
const event = <T extends string, D extends TSchema>(title: string, types: readonly T[], data: D) =>
  Type.Object(
    {
      type: Type.Enum([...types]),
      timestamp: At('When it happened'),
      sequence: Type.Integer({ minimum: 1, description: 'Grows by one with each event that is for the endpoint' }),
      data,
    },
    { title },
  );

/** The body that an endpoint receives, told by its type; here the type and the data come from columns of their own. */
export interface WebhookPayload {
  type: (typeof WEBHOOK_EVENT_TYPES)[number] | typeof WEBHOOK_TEST;
  timestamp: string;
  sequence: number;
  data: Record<string, unknown>;
}

/** The body that an endpoint receives (Standard Webhooks 1.0.0, "Payload structure"). */
export const WebhookPayload = Type.Unsafe<WebhookPayload>(
  Type.Union(
    [
      event('WebhookRenderEvent', RENDER_EVENT_TYPES, WebhookRender),
      event(
        'WebhookDisabledEvent',
        ['webhook.disabled'],
        Type.Object({ ...ABOUT_ENDPOINT, reason: Type.Enum([...DISABLED_REASONS]) }),
      ),
      event('WebhookTestEvent', [WEBHOOK_TEST], Type.Object(ABOUT_ENDPOINT)),
    ],
    { title: 'WebhookPayload' },
  ),
);

export type WebhookType = WebhookPayload['type'];

/** One sending of a delivery: what was answered, or why nothing was. */
export const WebhookAttempt = Type.Object(
  {
    at: At(),
    url: Type.String({ description: 'Where it was sent, by POST' }),
    durationMs: Type.Integer({ minimum: 0 }),
    status: Type.Optional(Type.Integer({ description: 'The status of the answer' })),
    body: Type.Optional(Type.String({ description: 'The first 1024 bytes of the answer' })),
    error: Type.Optional(Type.String({ description: 'Why there was no answer' })),
  },
  { title: 'WebhookAttempt' },
);

export type WebhookAttempt = Static<typeof WebhookAttempt>;

export const DELIVERY_STATES = ['pending', 'succeeded', 'failed'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** An event on its way to an endpoint. */
export const WebhookDelivery = Type.Object(
  {
    id: Id,
    eventId: Type.String({ format: 'uuid', description: 'Sent as `webhook-id`; the same in each attempt and replay' }),
    state: Type.Enum([...DELIVERY_STATES]),
    createdAt: At(),
    nextAttemptAt: Type.Optional(At()),
    payload: WebhookPayload,
    attempts: Type.Array(WebhookAttempt, {
      maxItems: LIMITS.webhookAttempts,
      description: 'The last of them, in order',
    }),
  },
  {
    title: 'WebhookDelivery',
    examples: [
      {
        id: '0199f0a4-9e21-7d33-b844-5f6071829304',
        eventId: '0199f0a4-9e20-7d32-b843-5f6071829303',
        state: 'succeeded',
        createdAt: '2026-11-24T08:00:04.000Z',
        payload: {
          type: 'render.succeeded',
          timestamp: '2026-11-24T08:00:04.000Z',
          sequence: 7,
          data: {
            id: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e',
            url: '/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e',
            logoId: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11',
            state: 'succeeded',
            createdAt: '2026-11-24T08:00:00.000Z',
            finishedAt: '2026-11-24T08:00:04.000Z',
            metadata: { order: '1042' },
          },
        },
        attempts: [
          {
            at: '2026-11-24T08:00:04.000Z',
            url: 'https://example.com/hooks/logomorph',
            durationMs: 84,
            status: 200,
            body: 'ok',
          },
        ],
      },
    ],
  },
);

export type WebhookDelivery = Static<typeof WebhookDelivery>;

/** A wish for a replay of what was not delivered since a time, or from it to another. */
export const WebhookReplayRequest = Type.Object(
  {
    since: At('Events that happened then or later'),
    until: Type.Optional(At('And before then; without it, all since')),
    includeSucceeded: Type.Optional(Type.Boolean({ default: false })),
  },
  {
    title: 'WebhookReplayRequest',
    additionalProperties: false,
    examples: [{ since: '2026-11-24T08:00:00Z', until: '2026-11-24T09:00:00Z' }],
  },
);

export type WebhookReplayRequest = Static<typeof WebhookReplayRequest>;

export const WebhookReplay = Type.Object(
  {
    replayed: Type.Integer({ minimum: 0 }),
    nextSince: Type.Optional(At('There when more may follow: replay again with it')),
  },
  { title: 'WebhookReplay', examples: [{ replayed: 12 }] },
);

export type WebhookReplay = Static<typeof WebhookReplay>;
