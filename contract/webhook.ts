import Type, { type Static } from 'typebox';
import { FINISHED_STATES } from './render.ts';
import { SomeOf } from './some-of.ts';
import { LineOfText, NamedUrl } from './text.ts';

/** What webhook endpoints are told of renders. */
export const RENDER_EVENT_TYPES = [
  ...FINISHED_STATES.map((state) => `render.${state}` as const),
  ...FINISHED_STATES.map((state) => `batch.${state}` as const),
] as const;

/** What webhook endpoints are told of. `*` in a filter stands for all of it, and what is added later. */
export const WEBHOOK_EVENT_TYPES = [...RENDER_EVENT_TYPES, 'webhook.disabled'] as const;

/** Why an endpoint was disabled by us. */
export const DISABLED_REASONS = ['gone', 'failing'] as const;

export type DisabledReason = (typeof DISABLED_REASONS)[number];

const Id = Type.String({ format: 'uuid' });
/** A time. */
export const At = (description?: string) =>
  Type.String({ format: 'date-time', ...(description === undefined ? {} : { description }) });

const Url = NamedUrl('An https:// URL of the public internet, without a user in it; redirects are not followed');
const Events = SomeOf(['*', ...WEBHOOK_EVENT_TYPES], {
  description: 'What the endpoint is told of; * is all, also what is added later',
});

const EXAMPLE = {
  id: '0199f0a4-8d11-7c22-a733-4e5f60718293',
  url: 'https://example.com/hooks/logomorph',
  events: ['render.succeeded', 'render.failed'],
  enabled: true,
  createdAt: '2026-11-24T08:00:00.000Z',
};

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
  { title: 'WebhookEndpoint', examples: [EXAMPLE] },
);

export type WebhookEndpoint = Static<typeof WebhookEndpoint>;

/** A type of event that an endpoint wants, or `*`. */
export type WebhookFilter = WebhookEndpoint['events'][number];

/** An endpoint with its secret, as it is answered once: when it is made, and when the secret is rotated. */
export const NewWebhookEndpoint = Type.Interface(
  [WebhookEndpoint],
  { secret: Type.String({ description: '`whsec_` and the key of the signatures in base64; it is shown this once' }) },
  { title: 'NewWebhookEndpoint', examples: [{ ...EXAMPLE, secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' }] },
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
    description: Type.Optional(Type.Union([LineOfText(200), Type.Null()], { description: 'null takes it away' })),
    events: Type.Optional(Events),
    enabled: Type.Optional(Type.Boolean({ description: 'Enabling begins anew; what was missed can be replayed' })),
  },
  { title: 'WebhookEndpointPatch', additionalProperties: false, minProperties: 1, examples: [{ enabled: false }] },
);

export type WebhookEndpointPatch = Static<typeof WebhookEndpointPatch>;
