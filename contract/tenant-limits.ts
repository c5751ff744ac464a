import Type, { type Static } from 'typebox';
import { QUOTAS } from './quota.ts';

/** The limits of rates are named as in the `RateLimit` header. */
const LIMIT_NAMES = ['key', 'tenant', 'renders', 'signed', ...QUOTAS] as const;

/** A limit, and where a tenant or a key stands. */
export const TenantLimit = Type.Object(
  {
    name: Type.Enum([...LIMIT_NAMES], {
      description:
        'key, tenant: requests in a minute; renders: renders asked for in a minute; signed: requests at signed addresses of ' +
        'files and uploads in a minute; rendersPerDay: runs of renders asked for in a day of UTC; unfinishedRenders: renders ' +
        'that are queued or running; storedBytes: bytes of logos and files',
    }),
    limit: Type.Optional(Type.Integer({ minimum: 0, description: 'Not there when there is no limit' })),
    used: Type.Optional(Type.Integer({ minimum: 0, description: 'Not there when it is not known now' })),
    remaining: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Not there when there is no limit, or it is not known now' }),
    ),
    resetsAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'When all of it is there again; only of limits of a time' }),
    ),
  },
  { title: 'TenantLimit' },
);

export type TenantLimit = Static<typeof TenantLimit>;

export const TenantLimits = Type.Object(
  { items: Type.Array(TenantLimit) },
  {
    title: 'TenantLimits',
    examples: [
      {
        items: [
          { name: 'key', limit: 1000, used: 2, remaining: 998, resetsAt: '2026-11-24T08:01:00.000Z' },
          { name: 'rendersPerDay', limit: 500, used: 12, remaining: 488, resetsAt: '2026-11-25T00:00:00.000Z' },
          { name: 'storedBytes', used: 733_047 },
        ],
      },
    ],
  },
);

export type TenantLimits = Static<typeof TenantLimits>;
