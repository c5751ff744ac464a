import type { paths } from './api-types.ts';
import type { AnswerOf, ArgumentsOf, Method, OperationOf, PathOf } from './operation.ts';
import { type Connection, type RequestOptions, send } from './send.ts';

type Plain = string | number | boolean;

/** The options of any operation. */
export interface CallOptions extends RequestOptions {
  path?: Readonly<Record<string, Plain>>;
  query?: Readonly<Record<string, Plain | readonly Plain[] | undefined>>;
  body?: unknown;
}

/**
 * Calls an operation of the API, and gives what it answers. That an answer is what the description says is believed here.
 *
 * @throws LogoMorphError
 */
export function call<M extends Method, P extends PathOf<M> & keyof paths>(
  connection: Connection,
  method: M,
  path: P,
  ...options: ArgumentsOf<OperationOf<M, P>>
): Promise<AnswerOf<OperationOf<M, P>>>;
export function call(connection: Connection, method: Method, path: string, options?: CallOptions): Promise<unknown> {
  return callAny(connection, method, path, options);
}

/**
 * Calls any address by any method.
 *
 * @throws LogoMorphError
 */
export async function callAny(
  connection: Connection,
  method: Method,
  path: string,
  { path: parts, query, body, headers, ...options }: CallOptions = {},
): Promise<unknown> {
  return send<unknown>(connection, addressOf(path, parts, query), {
    ...options,
    method: method.toUpperCase(),
    headers: { accept: 'application/json', ...headers },
    json: body,
    read: contentOf,
  });
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  // Of many lines each is JSON, and they are not together.
  if (response.headers.get('content-type')?.startsWith('application/x-ndjson')) return response.text();
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${response.url} answered with something else than JSON: is the API there?`);
  }
}

/** An address with its parts put in, and its query. */
export function addressOf(path: string, parts: CallOptions['path'] = {}, query: CallOptions['query'] = {}): string {
  const filled = path.replaceAll(/\{(.+?)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new RangeError(`${path} needs ${name}`);
    // The name of a file may have folders in it.
    return name === 'name' ? String(part).split('/').map(encodeURIComponent).join('/') : encodeURIComponent(part);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
