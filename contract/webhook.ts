import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { Problem } from './problem-document.ts';
import { FINISHED_STATES } from './render.ts';
import { LineOfText } from './text.ts';

/** What webhook endpoints are told of. `*` in a filter stands for all of it, and what is added later. */
export const WEBHOOK_EVENT_TYPES = [
  ...FINISHED_STATES.map((state) => `render.${state}` as const),
  ...FINISHED_STATES.map((state) => `batch.${state}` as const),
  'webhook.disabled',
] as const;

/** The event that is sent when a client asks for it, to that endpoint alone. */
export const WEBHOOK_TEST = 'webhook.test';

/** Why an endpoint was disabled by us. */
export const DISABLED_REASONS = ['gone', 'failing'] as const;

export type DisabledReason = (typeof DISABLED_REASONS)[number];

const Id = Type.String({ format: 'uuid' });
const At = (description?: string) =>
  Type.String({ format: 'date-time', ...(description === undefined ? {} : { description }) });

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
    error: Type.Optional(Problem),
  },
  { title: 'WebhookRender' },
);

export type WebhookRender = Static<typeof WebhookRender>;

/** The body that an endpoint receives (Standard Webhooks 1.0.0, "Payload structure"). */
export const WebhookPayload = Type.Object(
  {
    type: Type.Enum([...WEBHOOK_EVENT_TYPES, WEBHOOK_TEST]),
    timestamp: At('When it happened'),
    sequence: Type.Integer({ minimum: 1, description: 'Grows by one with each event that is for the endpoint' }),
    data: Type.Record(Type.String(), Type.Unknown(), { description: 'Of a render or a batch: WebhookRender' }),
  },
  { title: 'WebhookPayload' },
);

export type WebhookPayload = Static<typeof WebhookPayload>;
export type WebhookType = WebhookPayload['type'];

const Url = Type.String({
  maxLength: LIMITS.webhookUrlCharacters,
  description: 'An https:// URL of the public internet, without a user in it; redirects are not followed',
});
// Without their type, the check of uniqueItems compares all with all, however many are sent.
const Events = Type.Array(Type.Enum(['*', ...WEBHOOK_EVENT_TYPES], { type: 'string' }), {
  minItems: 1,
  maxItems: WEBHOOK_EVENT_TYPES.length + 1,
  uniqueItems: true,
  description: 'What the endpoint is told of; * is all, also what is added later',
});

export const WebhookEndpoint = Type.Object(
  {
    id: Id,
    url: Url,
    description: Type.Optional(LineOfText(200)),
    events: Events,
    enabled: Type.Boolean(),
    disabledReason: Type.Optional(
      Type.Enum([...DISABLED_REASONS], {
        description: 'Why it is disabled, if not by you: gone, it answered 410; failing, all has failed for 5 days',
      }),
    ),
    disabledAt: Type.Optional(At()),
    failingSince: Type.Optional(At('Since when all attempts have failed')),
    createdAt: At(),
  },
  { title: 'WebhookEndpoint' },
);

export type WebhookEndpoint = Static<typeof WebhookEndpoint>;
/** A type of event that an endpoint wants, or `*`. */
export type WebhookFilter = WebhookEndpoint['events'][number];

/** An endpoint with its secret, as it is answered once: when it is made, and when the secret is rotated. */
export const NewWebhookEndpoint = Type.Interface(
  [WebhookEndpoint],
  { secret: Type.String({ description: '`whsec_` and the key of the signatures in base64; it is shown this once' }) },
  { title: 'NewWebhookEndpoint' },
);

export type NewWebhookEndpoint = Static<typeof NewWebhookEndpoint>;

/** A wish for an endpoint. */
export const WebhookEndpointRequest = Type.Object(
  {
    url: Url,
    description: Type.Optional(LineOfText(200)),
    events: Type.Optional(Events),
  },
  {
    title: 'WebhookEndpointRequest',
    additionalProperties: false,
    examples: [{ url: 'https://example.com/hooks/logomorph', events: ['render.succeeded', 'render.failed'] }],
  },
);

export type WebhookEndpointRequest = Static<typeof WebhookEndpointRequest>;

/** A change of an endpoint; what is left out stays. */
export const WebhookEndpointPatch = Type.Object(
  {
    url: Type.Optional(Url),
    description: Type.Optional(LineOfText(200)),
    events: Type.Optional(Events),
    enabled: Type.Optional(Type.Boolean({ description: 'Enabling begins anew; what was missed can be replayed' })),
  },
  { title: 'WebhookEndpointPatch', additionalProperties: false, minProperties: 1, examples: [{ enabled: false }] },
);

export type WebhookEndpointPatch = Static<typeof WebhookEndpointPatch>;

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
  { title: 'WebhookDelivery' },
);

export type WebhookDelivery = Static<typeof WebhookDelivery>;

/** A wish for a replay of what was not delivered since a time. */
export const WebhookReplayRequest = Type.Object(
  {
    since: At('Events that happened then or later'),
    includeSucceeded: Type.Optional(Type.Boolean({ default: false })),
  },
  {
    title: 'WebhookReplayRequest',
    additionalProperties: false,
    examples: [{ since: '2026-11-24T08:00:00Z' }],
  },
);

export const WebhookReplay = Type.Object(
  {
    replayed: Type.Integer({ minimum: 0 }),
    nextSince: Type.Optional(At('There when more may follow: replay again with it')),
  },
  { title: 'WebhookReplay' },
);

export type WebhookReplay = Static<typeof WebhookReplay>;
