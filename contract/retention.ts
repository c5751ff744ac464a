import Type, { type Static } from 'typebox';

const Days = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: 3650 }), Type.Null()], { description });

const KEPT = {
  renderDays: Days('Days after its end after which a render, or a batch, is deleted with its files; null keeps all'),
  logoDays: Days(
    'Days after which a logo is deleted that was not sent again, and of which no render was made; null keeps all',
  ),
};

/** How long a tenant's things are kept. */
export const Retention = Type.Object(KEPT, { title: 'Retention', examples: [{ renderDays: 30, logoDays: null }] });

export type Retention = Static<typeof Retention>;

/** A change of it; what is not given stays. It is also what is stored of a tenant: what is not there is kept. */
export const RetentionPatch = Type.Object(
  { renderDays: Type.Optional(KEPT.renderDays), logoDays: Type.Optional(KEPT.logoDays) },
  { title: 'RetentionPatch', additionalProperties: false, minProperties: 1, examples: [{ renderDays: 30 }] },
);

export type RetentionPatch = Static<typeof RetentionPatch>;
