import Type, { type Static } from 'typebox';

/** What a tenant may have or do, beyond what it may ask for in a minute. */
export const QUOTAS = ['rendersPerDay', 'unfinishedRenders', 'storedBytes'] as const;

export type QuotaName = (typeof QUOTAS)[number];

/** How much of each; null for any amount. */
export type Quotas = Readonly<Record<QuotaName, number | null>>;

/** No limit on anything. */
export const NO_QUOTAS: Quotas = { rendersPerDay: null, unfinishedRenders: null, storedBytes: null };

const Quota = (description: string) =>
  Type.Optional(
    Type.Union([Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()], { description }),
  );

/** Quotas of a tenant's own: a number, null for any amount, and what is not there is as configured. */
export const QuotaOverrides = Type.Object(
  {
    rendersPerDay: Quota('Runs of renders that may be asked for in a day of UTC'),
    unfinishedRenders: Quota('Renders that may be queued or running at a time'),
    storedBytes: Quota('Bytes of logos and files that may be stored'),
  },
  { title: 'QuotaOverrides', additionalProperties: false, examples: [{ rendersPerDay: 10_000, storedBytes: null }] },
);

export type QuotaOverrides = Static<typeof QuotaOverrides>;

/** Of a quota that was met: which, how much it is, how much of it was in use, and when there is more of it by itself. */
export const QuotaMet = Type.Object({
  name: Type.Enum([...QUOTAS]),
  limit: Type.Integer(),
  used: Type.Integer(),
  resetsAt: Type.Optional(Type.String({ format: 'date-time' })),
});

export type QuotaMet = Static<typeof QuotaMet>;
