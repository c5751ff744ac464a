import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';
import { CreatedQuery, PageQuery } from '../page.ts';
import { Problem } from '../problem-document.ts';
import { At, DISABLED_REASONS } from '../webhook.ts';
import { WebhookAttempt } from '../webhook-delivery.ts';

/** The problems of renders that are no fault of who asked for them. */
export const DEAD_REASONS = ['internal', 'render-interrupted'] as const;

const Id = Type.String({ format: 'uuid' });

/** A render that has failed by a fault of ours. */
export const DeadRender = Type.Object(
  {
    id: Id,
    tenantId: Id,
    logoId: Type.Optional(Id),
    parentId: Type.Optional(Id),
    recipeType: Type.String(),
    run: Type.Integer({ minimum: 1, description: 'Counts up with each retry' }),
    attempt: Type.Integer({ minimum: 0, description: 'How often a worker has taken it' }),
    error: Problem,
    createdAt: At(),
    failedAt: Type.Optional(At()),
    requestId: Type.Optional(Type.String({ description: 'The request that asked for it, as logs have it' })),
  },
  { title: 'DeadRender' },
);
export type DeadRender = Static<typeof DeadRender>;

/** A delivery of a webhook that was given up. */
export const DeadDelivery = Type.Object(
  {
    id: Id,
    tenantId: Id,
    endpointId: Id,
    eventId: Id,
    type: Type.String({ description: 'Of the event' }),
    endpointEnabled: Type.Boolean({ description: 'Nothing is sent to an endpoint that is not' }),
    lastAttempt: Type.Optional(WebhookAttempt),
    createdAt: At(),
  },
  { title: 'DeadDelivery' },
);
export type DeadDelivery = Static<typeof DeadDelivery>;

/** An endpoint that was disabled by us. Its tenant enables it again. */
export const DisabledEndpoint = Type.Object(
  {
    id: Id,
    tenantId: Id,
    url: Type.String(),
    disabledReason: Type.Enum([...DISABLED_REASONS]),
    disabledAt: Type.Optional(At()),
    failingSince: Type.Optional(At()),
  },
  { title: 'DisabledEndpoint' },
);
export type DisabledEndpoint = Static<typeof DisabledEndpoint>;

const OfTenant = { tenantId: Type.Optional(Id) };
const RenderFilterFields = { ...OfTenant, reason: Type.Optional(Type.Enum([...DEAD_REASONS])), ...CreatedQuery };
const DeliveryFilterFields = { ...OfTenant, endpointId: Type.Optional(Id), ...CreatedQuery };

/** Which dead renders are wanted; all when nothing is said. */
export const DeadRenderFilter = Type.Object(RenderFilterFields, { additionalProperties: false });
export type DeadRenderFilter = Static<typeof DeadRenderFilter>;

/** Which dead deliveries are wanted; all when nothing is said. */
export const DeadDeliveryFilter = Type.Object(DeliveryFilterFields, { additionalProperties: false });
export type DeadDeliveryFilter = Static<typeof DeadDeliveryFilter>;

export const DeadRenderQuery = Type.Object({ ...PageQuery, ...RenderFilterFields }, { additionalProperties: false });
export const DeadDeliveryQuery = Type.Object(
  { ...PageQuery, ...DeliveryFilterFields },
  { additionalProperties: false },
);
export const DisabledEndpointQuery = Type.Object({ ...PageQuery, ...OfTenant }, { additionalProperties: false });

const Bound = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: LIMITS.redrives, default: 100, description: 'How many are looked at' }),
  ),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: '`nextCursor` of the answer before' })),
};

/** A wish to have dead renders made again, the oldest first. */
export const RenderRedrive = Type.Object(
  { ...RenderFilterFields, ...Bound },
  {
    title: 'RenderRedrive',
    additionalProperties: false,
    examples: [{ reason: 'render-interrupted', createdAfter: '2026-11-24T08:00:00Z', limit: 100 }],
  },
);

/** A wish to have dead deliveries sent again, the oldest first. */
export const DeliveryRedrive = Type.Object(
  { ...DeliveryFilterFields, ...Bound },
  { title: 'DeliveryRedrive', additionalProperties: false, examples: [{ limit: 100 }] },
);

/** What became of dead letters that were to be tried again. */
export const Redriven = Type.Object(
  {
    redriven: Type.Integer({ minimum: 0 }),
    refused: Type.Record(Type.String(), Type.Integer({ minimum: 1 }), {
      description: 'How many were not, by the name of the problem',
    }),
    nextCursor: Type.Optional(
      Type.String({ format: 'uuid', description: 'There when more may follow: ask again with it as `cursor`' }),
    ),
  },
  { title: 'Redriven' },
);
export type Redriven = Static<typeof Redriven>;
