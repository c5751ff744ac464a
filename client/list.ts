import { type CallOptions, callAny } from './call.ts';
import type { AnswerOf, OperationOf, OptionsOf, PathOf } from './operation.ts';
import type { Connection } from './send.ts';

type PageOf<P extends PathOf<'get'>> = AnswerOf<OperationOf<'get', P>>;

/** The addresses that list something in pages. */
export type ListPath = {
  [P in PathOf<'get'>]: 'nextCursor' extends keyof PageOf<P> ? P : never;
}[PathOf<'get'>];

/** All options of a list but the one that pages backwards. */
export type ListOptions<P extends ListPath> = OptionsOf<OperationOf<'get', P>> & { query?: { before?: never } };

export type ItemOf<P extends ListPath> = PageOf<P> extends { items: (infer Item)[] } ? Item : never;

/** All that a list has, page by page as it is asked for. */
export function list<P extends ListPath>(
  connection: Connection,
  path: P,
  options?: ListOptions<P>,
): AsyncGenerator<ItemOf<P>, void>;
export async function* list(
  connection: Connection,
  path: string,
  options: CallOptions = {},
): AsyncGenerator<unknown, void> {
  let cursor = options.query?.cursor;
  do {
    const page = await callAny(connection, 'get', path, { ...options, query: { ...options.query, cursor } });
    if (!isPage(page)) throw new TypeError(`${path} did not answer with a page`);
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

function isPage(answer: unknown): answer is { items: unknown[]; nextCursor?: string } {
  return typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items);
}
