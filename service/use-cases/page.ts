import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { invalidRequest } from '../validation.ts';

/** Which part of a list is wanted: the first, what follows the place of `cursor`, or what comes before that of `before`. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
  before?: string | undefined;
}

/** A part of a list, newest first, and where those beside it are. */
interface Paged<T> {
  items: T[];
  nextCursor?: string;
  previousCursor?: string;
}

/**
 * Takes the query of a list apart: which page is wanted, and the rest of it.
 *
 * @throws ProblemError invalid-request when it is of two pages
 */
export function pageOf<Query extends { limit?: number; cursor?: string; before?: string }>({
  limit = 20,
  cursor,
  before,
  ...filter
}: Query) {
  if (cursor !== undefined && before !== undefined) {
    throw invalidRequest('query', [{ pointer: '/before', detail: 'must not be given together with cursor' }]);
  }
  return { page: { limit, cursor, before }, filter };
}

/** In which direction a page is read from the place that it is beside. */
export function directionOf({ before }: PageRequest): 'asc' | 'desc' {
  return before === undefined ? 'desc' : 'asc';
}

/** Has a statement read a page of a list, which is in the falling order of a column: one row more than is wanted. */
export function paged<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  page: PageRequest,
  column = 'id',
): SelectQueryBuilder<DB, TB, Row> {
  const { limit, cursor, before } = page;
  const place = sql.ref(column);
  return query
    .$if(cursor !== undefined, (rows) => rows.where(sql<SqlBool>`${place} < ${cursor}`))
    .$if(before !== undefined, (rows) => rows.where(sql<SqlBool>`${place} > ${before}`))
    .orderBy(place, directionOf(page))
    .limit(limit + 1);
}

/** Makes a page of what `paged` has read. */
export function toPage<T extends { id: string }>(read: readonly T[], page: PageRequest): Paged<T> {
  return toPageBy(read, page, ({ id }) => id);
}

/** The same of what has its place in the list told otherwise. The one too many says that there is more on its side. */
export function toPageBy<T>(read: readonly T[], page: PageRequest, placeOf: (item: T) => string): Paged<T> {
  const { limit, cursor, before } = page;
  const items = read.slice(0, limit);
  const more = read.length > limit;
  if (before !== undefined) items.reverse();
  const [first, last] = [items.at(0), items.at(-1)];
  if (first === undefined || last === undefined) return { items };
  return {
    items,
    // What the page was asked for beside is on its other side.
    ...(more || before !== undefined ? { nextCursor: placeOf(last) } : {}),
    ...(cursor !== undefined || (more && before !== undefined) ? { previousCursor: placeOf(first) } : {}),
  };
}
