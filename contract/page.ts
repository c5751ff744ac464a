import Type, { type TSchema } from 'typebox';
import { LIMITS } from './limits.ts';

/** The query of a list: how many, and where another page ended or began. `place` is what places look like in it. */
export const pageQuery = (place: { format?: string; pattern?: string }) => ({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.pageItems, default: 20 })),
  cursor: Type.Optional(Type.String({ ...place, description: '`nextCursor` of the page before' })),
  before: Type.Optional(
    Type.String({ ...place, description: '`previousCursor` of the page after; not together with `cursor`' }),
  ),
});

const UUID = { format: 'uuid' };

/** The query of a list of what has an id. */
export const PageQuery = pageQuery(UUID);

/** A filter of a list by time of creation; neither of the two is in the range itself. */
export const CreatedQuery = {
  createdAfter: Type.Optional(Type.String({ format: 'date-time', description: 'Later than this millisecond' })),
  createdBefore: Type.Optional(Type.String({ format: 'date-time', description: 'Earlier than this millisecond' })),
};

/** A page of a list, newest first. The cursors are there when more may follow, and when more may come before. */
export const Page = <T extends TSchema>(item: T, title: string, place: { format?: string } = UUID) =>
  Type.Object(
    {
      items: Type.Array(item),
      nextCursor: Type.Optional(Type.String({ ...place, description: 'There when more may follow' })),
      previousCursor: Type.Optional(Type.String({ ...place, description: 'There when newer ones may come before' })),
    },
    { title, examples: [{ items: exampleOf(item) }] },
  );

/** The first example of a schema, if it has one. */
function exampleOf(schema: object): unknown[] {
  return 'examples' in schema && Array.isArray(schema.examples) ? schema.examples.slice(0, 1) : [];
}
