import Type, { type TSchema } from 'typebox';
import { LIMITS } from './limits.ts';

/** The query of a list: how many, and where the last page ended. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.pageItems, default: 20 })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: '`nextCursor` of the page before' })),
};

/** A filter of a list by time of creation; neither of the two is in the range itself. */
export const CreatedQuery = {
  createdAfter: Type.Optional(Type.String({ format: 'date-time', description: 'Later than this millisecond' })),
  createdBefore: Type.Optional(Type.String({ format: 'date-time', description: 'Earlier than this millisecond' })),
};

/** A page of a list, newest first. `nextCursor` is there when more may follow. */
export const Page = <T extends TSchema>(item: T, title: string) =>
  Type.Object(
    { items: Type.Array(item), nextCursor: Type.Optional(Type.String({ format: 'uuid' })) },
    { title, examples: [{ items: exampleOf(item) }] },
  );

/** The first example of a schema, if it has one. */
function exampleOf(schema: object): unknown[] {
  return 'examples' in schema && Array.isArray(schema.examples) ? schema.examples.slice(0, 1) : [];
}
