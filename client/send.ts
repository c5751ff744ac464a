import { errorOf } from './error.ts';
import { retrying } from './retry.ts';

/** Where the API is, and how it is talked to. */
export interface Connection {
  /** Without a slash at the end. */
  baseUrl: string;
  token: () => string | Promise<string>;
  fetch: typeof fetch;
  retries: number;
  timeoutSeconds: number;
}

/** What each request can be given. */
export interface RequestOptions {
  /** Ends the request, and what waits for it. */
  signal?: AbortSignal | undefined;
  /** Of a write: under one key it is done once, however often it is sent. Made when left out. */
  idempotencyKey?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** A body that is no JSON, such as a logo. */
  bytes?: Uint8Array<ArrayBuffer> | undefined;
}

export interface Outgoing<T> extends RequestOptions {
  method: string;
  json?: unknown;
  /** An address that is signed by itself: it is sent no key, and may be of another server. */
  signed?: boolean;
  /** Reads an answer that went well; a connection that breaks meanwhile is one more reason to try again. */
  read: (response: Response) => Promise<T>;
}

/**
 * Sends a request, and sends it again when that may help. Writes carry an idempotency key, so that they are done once.
 *
 * @throws LogoMorphError
 */
export async function send<T>(connection: Connection, address: string, outgoing: Outgoing<T>): Promise<T> {
  const { method, json, bytes, signal, read, signed = false } = outgoing;
  const body = json === undefined ? bytes : JSON.stringify(json);
  const url = urlOf(connection.baseUrl, address, signed);
  const headers = new Headers(outgoing.headers);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (!signed && method !== 'GET') headers.set('idempotency-key', outgoing.idempotencyKey ?? crypto.randomUUID());
  // Throws at once for what no fetch could ever send.
  new Request(url, { method, headers });
  const attempt = async () => {
    const timeout = new AbortController();
    const late = () => timeout.abort(new DOMException('The API did not answer in time', 'TimeoutError'));
    const timer = setTimeout(late, connection.timeoutSeconds * 1000);
    try {
      const response = await connection.fetch(url, {
        method,
        headers,
        // The API leads nowhere else. A write would arrive there as a GET, and without its key.
        redirect: signed ? 'follow' : 'manual',
        signal: signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]),
        ...(body === undefined ? {} : { body }),
      });
      if (!response.ok) throw await errorOf(response);
      return await read(response);
    } finally {
      clearTimeout(timer);
    }
  };
  const prepare = async () => {
    if (!signed) headers.set('authorization', `Bearer ${sendable(await connection.token())}`);
    return attempt;
  };
  return retrying(prepare, { retries: connection.retries, signal });
}

/** A key that can be sent; the error that fetch has for another one has the key in it. */
function sendable(key: unknown): string {
  // In JavaScript it is undefined when an environment variable is not set.
  const word = typeof key === 'string' ? key.trim() : '';
  if (/^[!-~]+$/.test(word)) return word;
  throw new RangeError('The API key is not one word of visible ASCII characters');
}

/** The key goes to the API alone, so nothing but a signed address may name another server. */
function urlOf(baseUrl: string, address: string, signed: boolean): string {
  if (signed && URL.canParse(address)) return address;
  if (!address.startsWith('/')) throw new RangeError(`${address} is no address of the API`);
  return baseUrl + address;
}
