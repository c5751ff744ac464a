import type { paths } from './api-types.ts';
import type { RequestOptions } from './send.ts';

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The addresses of the API that have a method, and answer with what can be given as a whole: no files, no event streams. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: [AnswerOf<OperationOf<M, P>>] extends [never] ? never : P;
}[keyof paths];

/** What the description says of a method at an address. */
export type OperationOf<M extends Method, P extends keyof paths> = M extends keyof paths[P] ? paths[P][M] : never;

/** What an operation answers with when it goes well: JSON, or lines of it as text; undefined when that is nothing. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? ContentOf<keyof R & (200 | 201 | 202) extends never ? R[keyof R & 204] : R[keyof R & (200 | 201 | 202)]>
  : never;

type ContentOf<A> = A extends { content: { 'application/json': infer Json } }
  ? Json
  : A extends { content: { 'application/x-ndjson': unknown } }
    ? string
    : A extends { content?: never }
      ? undefined
      : never;

/** What an operation is given: the parts of its address, its query, its body. */
export type OptionsOf<O> = Given<'path', Part<O, 'path'>> &
  Given<'query', QueryOf<Part<O, 'query'>>> &
  Given<'body', BodyOf<O>> &
  RequestOptions;

/** The options of an operation as arguments: they may be left out when nothing in them is needed. */
export type ArgumentsOf<O> =
  Partial<OptionsOf<O>> extends OptionsOf<O> ? [options?: OptionsOf<O>] : [options: OptionsOf<O>];

type Part<O, K extends string> = O extends { parameters: infer Parts }
  ? K extends keyof Parts
    ? Parts[K]
    : never
  : never;

/** What may be given several times may be given once, too, as it is. */
type QueryOf<Query> = { [K in keyof Query]: Query[K] | OnceOf<NonNullable<Query[K]>> };

type OnceOf<Value> = Value extends (infer One)[] ? One | readonly One[] : never;

/** One that may be left out is a property that may be. */
type BodyOf<O> = O extends { requestBody: infer Body }
  ? JsonBody<Body>
  : O extends { requestBody?: infer Body }
    ? JsonBody<Body> | undefined
    : undefined;

type JsonBody<Body> = Body extends { content: { 'application/json': infer Json } } ? Json : undefined;

type Given<K extends string, T> = [T] extends [undefined]
  ? unknown
  : undefined extends T
    ? { [k in K]?: T }
    : { [k in K]: T };
