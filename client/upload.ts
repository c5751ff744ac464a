import type { Logo, LogoPatch } from './api-types.ts';
import { call } from './call.ts';
import { sha256 } from './digest.ts';
import { LogoMorphError } from './error.ts';
import { type Connection, send } from './send.ts';

/** Smaller files are sent to the API itself, which is one request in place of three. */
const DIRECT_FROM = 4 * 1024 * 1024;

export interface UploadOptions {
  /** What the logo is called from now on. */
  name?: string | null;
  /** Replaces what the logo has. */
  metadata?: Readonly<Record<string, string>>;
  /** From how many bytes on a file goes to the object store by itself. */
  directFrom?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Brings a logo to the API, and gives it. Bytes that are there already are not sent again.
 *
 * @throws LogoMorphError
 */
export async function upload(
  connection: Connection,
  file: Uint8Array | ArrayBuffer | Blob,
  { name, metadata, directFrom = DIRECT_FROM, signal }: UploadOptions = {},
): Promise<Logo> {
  const bytes = await bytesOf(file);
  const digest = await sha256(bytes);
  const logo =
    (await find(connection, digest, signal)) ??
    (await (bytes.length < directFrom ? sendRaw : sendDirect)(connection, bytes, digest, signal));
  if (name === undefined && metadata === undefined) return logo;
  const body: LogoPatch = {
    ...(name === undefined ? {} : { name }),
    ...(metadata === undefined ? {} : { metadata: { ...metadata } }),
  };
  return call(connection, 'patch', '/v1/logos/{logoId}', { path: { logoId: logo.id }, body, signal });
}

/** The bytes of a file as they are now. In JavaScript it may be a path or a stream, which would become an empty file. */
async function bytesOf(file: Uint8Array | ArrayBuffer | Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file instanceof Blob) return new Uint8Array(await file.arrayBuffer());
  if ('byteLength' in Object(file)) return new Uint8Array(file);
  throw new TypeError('A file to upload is a Uint8Array, such as a Buffer, an ArrayBuffer, or a Blob');
}

async function find(connection: Connection, digest: string, signal?: AbortSignal): Promise<Logo | undefined> {
  try {
    return await call(connection, 'get', '/v1/logos/sha256/{sha256}', { path: { sha256: digest }, signal });
  } catch (error) {
    if (error instanceof LogoMorphError && error.code === 'not-found') return undefined;
    throw error;
  }
}

async function sendRaw(
  connection: Connection,
  bytes: Uint8Array<ArrayBuffer>,
  digest: string,
  signal?: AbortSignal,
): Promise<Logo> {
  return call(connection, 'put', '/v1/logos/sha256/{sha256}', { path: { sha256: digest }, bytes, signal });
}

async function sendDirect(
  connection: Connection,
  bytes: Uint8Array<ArrayBuffer>,
  digest: string,
  signal?: AbortSignal,
): Promise<Logo> {
  const body = { bytes: bytes.length, sha256: digest };
  const { id, request, logo } = await call(connection, 'post', '/v1/logos/uploads', { body, signal });
  if (logo !== undefined) return logo;
  if (request !== undefined) {
    const { method, url, headers } = request;
    const read = async (response: Response) => void (await response.body?.cancel());
    await send(connection, url, { method, headers, bytes, signed: true, signal, read });
  }
  return call(connection, 'post', '/v1/logos/uploads/{uploadId}/complete', { path: { uploadId: id }, signal });
}
