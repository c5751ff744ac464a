import { basename } from 'node:path/posix';
import { Readable } from 'node:stream';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { ObjectNotFound, type ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { FastifyReply } from 'fastify';
import type { StoredFile } from '../use-cases/stored-file.ts';
import { readByteRange } from './byte-range.ts';
import { isCompressible, varyByEncoding } from './compressible.ts';
import { checkPreconditions, isSameForRange } from './preconditions.ts';

/** For pictures that a browser opens as a page of its own: an SVG may style itself, and do nothing else. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/**
 * Answers a read with a file, or the part of it that is asked for, from the store: by RFC 9110 (preconditions and
 * ranges; several at once are answered with the whole) and RFC 9530 (digests).
 *
 * @param cacheControl of the file; a refusal has none of its headers
 * @throws ProblemError precondition-failed; range-not-satisfiable; unavailable
 */
export async function sendFile(
  reply: FastifyReply,
  store: Pick<ObjectStore, 'get'>,
  file: StoredFile,
  cacheControl: string,
): Promise<FastifyReply> {
  const { headers, method } = reply.request;
  const validators = { etag: `"${file.sha256}"`, lastModified: file.finalSince };
  const met = checkPreconditions(headers, validators);
  if (met.outcome === 'failed') throw new ProblemError('precondition-failed', `The file is ${validators.etag}`);
  if (met.outcome === 'not-modified') {
    // As its type, which the compression goes by, is not sent.
    if (isCompressible(file.mediaType)) varyByEncoding(reply);
    // Caches put these in place of those that they have (RFC 9111, 3.2).
    reply.headers({ etag: met.etag, 'cache-control': cacheControl, 'content-security-policy': FILE_POLICY });
    return reply.code(304).send();
  }

  const asked = method === 'GET' && isSameForRange(header(headers['if-range']), validators) ? headers.range : undefined;
  const part = asked === undefined ? undefined : readByteRange(asked, file.bytes);
  if (part === 'unsatisfiable') {
    reply.header('content-range', `bytes */${file.bytes}`);
    throw new ProblemError('range-not-satisfiable', `The file has ${file.bytes} bytes`);
  }
  const object = method === 'HEAD' ? undefined : await read(store, file.objectKey, part);

  const digest = `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`;
  const disposition = file.mediaType === 'application/zip' ? 'attachment' : 'inline';
  reply
    .type(file.mediaType)
    .header('etag', validators.etag)
    .header('cache-control', cacheControl)
    .header('accept-ranges', 'bytes')
    .header('repr-digest', digest)
    .header('content-length', object?.bytes ?? file.bytes)
    .header('content-security-policy', FILE_POLICY)
    .header('content-disposition', `${disposition}; filename="${basename(file.name)}"`);
  if (file.finalSince !== undefined) reply.header('last-modified', file.finalSince.toUTCString());
  if (part !== undefined) {
    reply.code(206).header('content-range', `bytes ${part.first}-${part.last}/${file.bytes}`);
  } else if (object !== undefined) {
    reply.header('content-digest', digest);
  }
  // Fastify answers HEAD with the headers of what is sent.
  return reply.send(object?.stream ?? Readable.from([]));
}

async function read(store: Pick<ObjectStore, 'get'>, key: string, part?: { first: number; last: number }) {
  return store.get(key, part).catch((cause: unknown) => {
    const detail = cause instanceof ObjectNotFound ? 'The file is missing' : 'The object store cannot be read now';
    throw new ProblemError('unavailable', detail, { cause });
  });
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
