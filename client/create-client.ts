import type { Render, RenderEvent, RenderOutput } from './api-types.ts';
import { call } from './call.ts';
import { download } from './download.ts';
import { type EventsOptions, events } from './events.ts';
import { type ItemOf, type ListOptions, type ListPath, list } from './list.ts';
import type { AnswerOf, ArgumentsOf, Method, OperationOf, PathOf } from './operation.ts';
import type { RenderRequest } from './render-request.ts';
import type { Connection, RequestOptions } from './send.ts';
import { type UploadOptions, upload } from './upload.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';

export interface ClientOptions {
  /** Where the API is, as in `https://logos.example.com`. */
  baseUrl: string;
  /** An API key, or an access token; a function is asked before each request. */
  apiKey: string | (() => string | Promise<string>);
  /** How often a request that failed is tried again, where that may help; 5 when left out. */
  retries?: number;
  /** How long an attempt may take, with its answer; 120 when left out. Streams may take longer. */
  timeoutSeconds?: number;
  fetch?: typeof fetch;
}

/** The client of one API, with one key. */
export type Client = ReturnType<typeof createClient>;

/** Makes a client. All of it throws `LogoMorphError` for what the API refuses, and the signal's reason once it is aborted. */
export function createClient({
  baseUrl,
  apiKey,
  retries = 5,
  timeoutSeconds = 120,
  fetch = globalThis.fetch,
}: ClientOptions) {
  const connection: Connection = {
    baseUrl: rootOf(baseUrl),
    token: typeof apiKey === 'function' ? apiKey : () => apiKey,
    fetch: (...request) => fetch(...request),
    retries,
    timeoutSeconds,
  };
  return {
    /** Calls any operation of the API. */
    call: <M extends Method, P extends PathOf<M>>(
      method: M,
      path: P,
      ...options: ArgumentsOf<OperationOf<M, P>>
    ): Promise<AnswerOf<OperationOf<M, P>>> => call(connection, method, path, ...options),

    /** All items of a list, fetched page by page as they are asked for. */
    list: <P extends ListPath>(path: P, options?: ListOptions<P>): AsyncGenerator<ItemOf<P>, void> =>
      list(connection, path, options),

    /** Brings a logo to the API; bytes that are there already are not sent again. */
    upload: (file: Uint8Array | ArrayBuffer | Blob, options?: UploadOptions) => upload(connection, file, options),

    /** Asks for a render, or for a batch. */
    render: (body: RenderRequest, options?: RequestOptions): Promise<Render> =>
      call(connection, 'post', '/v1/renders', { ...options, body }),

    /** What happens to a render, each event once, to its end. */
    events: (renderId: string, options?: EventsOptions): AsyncGenerator<RenderEvent, void> =>
      events(connection, renderId, options),

    /** Waits until a render has ended, and gives it: succeeded, failed or canceled. */
    waitFor: (renderId: string, options?: WaitOptions): Promise<Render> => waitFor(connection, renderId, options),

    /** The bytes of a file that a render made, checked against its SHA-256. */
    download: (output: Pick<RenderOutput, 'name' | 'url' | 'sha256'>, options?: { signal?: AbortSignal | undefined }) =>
      download(connection, output, options),
  };
}

/** Where the addresses of the API begin. What could lead to none is told here, and not by requests that are tried in vain. */
function rootOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  // Not told what it is: what is before an @ may be a password.
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname)
    throw new RangeError('baseUrl is an address such as https://logos.example.com, without a user, query or fragment');
  return url.href.replace(/\/+$/, '');
}
