import Type, { type Static } from 'typebox';
import { QuotaMet } from './quota.ts';

/** A problem document (RFC 9457). `errors` point at the fields that broke a rule by JSON pointer, `quota` is the one that was met. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Stable URI of the problem type' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String({ description: 'The request, as urn:logomorph:request:<id>' })),
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
    quota: Type.Optional(QuotaMet),
  },
  { title: 'Problem' },
);

export type Problem = Static<typeof Problem>;
