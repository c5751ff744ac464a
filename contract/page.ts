import Type, { type TSchema } from 'typebox';
import { LIMITS } from './limits.ts';

/** The query of a list: how many, and where the last page ended. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.pageItems, default: 20 })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: '`nextCursor` of the page before' })),
};

/** A page of a list, newest first. `nextCursor` is there when more may follow. */
export const Page = <T extends TSchema>(item: T, title: string) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Optional(Type.String({ format: 'uuid' })) }, { title });
