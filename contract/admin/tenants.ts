import Type, { type Static } from 'typebox';
import { ERASURE_STATES } from '../erasure.ts';
import { PageQuery } from '../page.ts';
import { QuotaOverrides } from '../quota.ts';
import { TenantLimit } from '../tenant-limits.ts';
import { LineOfText } from '../text.ts';
import { At } from '../webhook.ts';

const Id = Type.String({ format: 'uuid' });
const Count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });

/** What may be said of a tenant: all is well, it is let do nothing, or it is as good as gone. */
const TENANT_STATES = ['active', 'suspended', 'erasing'] as const;
export type TenantState = (typeof TENANT_STATES)[number];

const Weight = Type.Integer({ minimum: 1, maximum: 100, description: 'Its share of turns, by that of the others' });

const summary = {
  id: Id,
  name: Type.String(),
  state: Type.Enum([...TENANT_STATES]),
  weight: Weight,
  quotas: QuotaOverrides,
  createdAt: At(),
  suspendedAt: Type.Optional(At()),
  erasedAt: Type.Optional(At('When its erasure was begun')),
};

/** A tenant, in short. */
export const TenantSummary = Type.Object(summary, { title: 'TenantSummary' });
export type TenantSummary = Static<typeof TenantSummary>;

/** A tenant, with what it has and uses. */
export const TenantDetails = Type.Object(
  {
    ...summary,
    counts: Type.Object({
      keys: Count('API keys that are neither revoked nor expired'),
      webhookEndpoints: Count(),
      logos: Count(),
      renders: Type.Record(Type.String(), Count(), {
        description: 'By state, without states of which there are none; a batch is none, its renders are',
      }),
    }),
    limits: Type.Array(TenantLimit, { description: 'Its quotas, and how much of each is in use' }),
    usage: Type.Object(
      {
        from: Type.String({ format: 'date' }),
        to: Type.String({ format: 'date' }),
        succeeded: Count('Runs of renders'),
        failed: Count(),
        canceled: Count(),
        outputPixels: Count(),
        outputBytes: Count(),
        logosUploaded: Count(),
      },
      { description: 'Of 30 days of UTC, today included' },
    ),
  },
  { title: 'TenantDetails' },
);
export type TenantDetails = Static<typeof TenantDetails>;

/** Which tenants are wanted; all when nothing is said. */
export const TenantQuery = Type.Object(
  {
    ...PageQuery,
    name: Type.Optional(LineOfText(200, { description: 'A part of the name, in any case' })),
    state: Type.Optional(Type.Enum([...TENANT_STATES])),
  },
  { additionalProperties: false },
);

/** A change of a tenant; what is left out stays. */
export const TenantChange = Type.Object(
  {
    weight: Type.Optional(Weight),
    quotas: Type.Optional(QuotaOverrides),
  },
  {
    title: 'TenantChange',
    description: '`quotas` are all that the tenant has of its own: one that is not in them is as configured',
    additionalProperties: false,
    minProperties: 1,
    examples: [{ weight: 3, quotas: { rendersPerDay: 10_000, storedBytes: null } }],
  },
);
export type TenantChange = Static<typeof TenantChange>;

/** A wish to erase a tenant. */
export const TenantErasureRequest = Type.Object(
  { confirm: Type.String({ description: 'The name of the tenant, for nothing brings it back' }) },
  { title: 'TenantErasureRequest', additionalProperties: false, examples: [{ confirm: 'acme' }] },
);

/** How far the erasure of a tenant is. */
export const TenantErasure = Type.Object(
  {
    id: Id,
    tenantId: Id,
    state: Type.Enum([...ERASURE_STATES]),
    createdAt: At(),
    finishedAt: Type.Optional(At()),
  },
  { title: 'TenantErasure' },
);
export type TenantErasure = Static<typeof TenantErasure>;
