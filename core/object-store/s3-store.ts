import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { OBJECT_STORE_TIMES } from '@logomorph/contract/time-budgets.ts';
import type { Logger } from 'pino';
import { type AnnouncedBytes, ObjectNotFound, type ObjectStore } from './object-store.ts';
import { listBucket, removeFromBucket } from './s3-list.ts';

/** The header that binds a request to the SHA-256 of its body. */
const CHECKSUM_HEADER = 'x-amz-checksum-sha256';

/** What a refusal to say that the bucket is there means, by its status. */
const STATUS_MEANINGS: ReadonlyMap<number, string> = new Map([
  [301, 'the bucket is in another region'],
  [400, 'the request for the bucket was refused: its name, the keys or the region are wrong'],
  [403, 'access to the bucket was refused: the keys are wrong, or lack rights to it'],
  [404, 'the bucket is not there'],
]);

/** Where a bucket is. */
export interface S3Place {
  bucket: string;
  region: string;
  /** Of a server other than AWS. */
  endpoint: string | undefined;
  /** Where clients reach the bucket; that of AWS they reach where we do. */
  publicEndpoint: string | undefined;
}

/**
 * Seconds in which nothing comes of an object before the rest of it is given up, and in which a stream is to be stored: as long
 * as all attempts.
 */
const SILENCE = OBJECT_STORE_TIMES.attempt * OBJECT_STORE_TIMES.attempts;

/** An object store in an S3 bucket. Credentials come from where the AWS SDK looks for them. */
export function s3Store(
  { bucket, region, endpoint, publicEndpoint }: S3Place,
  logger: Logger,
  silence: number = SILENCE,
): ObjectStore {
  const clientOf = (address: string | undefined) =>
    new S3Client({
      region,
      logger: sdkLogger(logger),
      ...(address === undefined ? {} : { endpoint: address, forcePathStyle: true }),
      maxAttempts: OBJECT_STORE_TIMES.attempts,
      requestHandler: {
        connectionTimeout: 3000,
        requestTimeout: OBJECT_STORE_TIMES.attempt * 1000,
        throwOnRequestTimeout: true,
        // The one before is over when the answer begins.
        socketTimeout: silence * 1000,
        // An object that is read slowly keeps its connection: with the SDK's 50, as many readers would keep out all others.
        httpAgent: { maxSockets: Number.POSITIVE_INFINITY },
        httpsAgent: { maxSockets: Number.POSITIVE_INFINITY },
      },
    });
  const toInput = (key: string, { bytes, sha256 }: AnnouncedBytes) => ({
    Bucket: bucket,
    Key: key,
    ContentLength: bytes,
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
  });
  const client = clientOf(endpoint);
  const signer = endpoint !== undefined && publicEndpoint === undefined ? undefined : clientOf(publicEndpoint);
  return {
    async put(key, bytes, mediaType) {
      const put = new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mediaType });
      requireTag(await client.send(put));
    },

    async putStream(key, stream, announced) {
      // The SDK does not look at errors of a stream, and would wait for the rest of it.
      const broken = new AbortController();
      stream.once('error', () => broken.abort());
      const put = new PutObjectCommand({ ...toInput(key, announced), Body: stream });
      // It comes as slowly as a client sends it, and cannot be sent again: its one attempt has the time of all.
      const options = { abortSignal: broken.signal, requestTimeout: silence * 1000 };
      const answer = await client.send(put, options).catch((error: unknown) => {
        throw stream.errored ?? error;
      });
      requireTag(answer);
    },

    async presignPut(key, announced, seconds) {
      if (signer === undefined) return undefined;
      const input = toInput(key, announced);
      const url = await getSignedUrl(signer, new PutObjectCommand(input), {
        expiresIn: seconds,
        // As a header it is signed, and the store compares the body with it.
        unhoistableHeaders: new Set([CHECKSUM_HEADER]),
      });
      return { url, headers: { [CHECKSUM_HEADER]: input.ChecksumSHA256 } };
    },

    async get(key, part) {
      const range = part === undefined ? {} : { Range: `bytes=${part.first}-${part.last}` };
      const get = new GetObjectCommand({ Bucket: bucket, Key: key, ...range });
      const answer = await client.send(get).catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new ObjectNotFound(key) : error;
      });
      const { Body, ContentLength } = answer;
      if (!(Body instanceof Readable)) throw new Error(`no body for ${key}`);
      try {
        requireTag(answer);
        if (ContentLength === undefined) throw new Error(`the object store does not say how long ${key} is`);
        return { bytes: ContentLength, stream: Body };
      } catch (error) {
        // Nobody will read it, and it would keep its connection until then.
        Body.destroy();
        throw error;
      }
    },

    async remove(key) {
      const { $metadata } = await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      if ($metadata.httpStatusCode !== 204) throw new Error('the answer does not say that the object was removed');
    },

    list: (prefix) => listBucket(client, bucket, prefix),
    removeListed: (objects) => removeFromBucket(client, bucket, objects),

    async check() {
      await client.send(new HeadBucketCommand({ Bucket: bucket })).catch((error: unknown) => {
        if (!asksForLess(error)) throw explained(error);
      });
    },

    close() {
      client.destroy();
      signer?.destroy();
    },
  };
}

/** S3 gives the tag of what it stores and of what is read; a page of a proxy has the status alone. */
function requireTag({ ETag }: { ETag?: string | undefined }): void {
  if (ETag === undefined) throw new Error('the answer has no ETag: it is not of an S3 server');
}

/**
 * Without one, the SDK writes its warnings past the log. What fails it also throws, and whoever asked tells that; its other lines
 * are of each request, with all that is in it.
 */
function sdkLogger(logger: Logger) {
  const nothing = () => {};
  const warn = (...said: unknown[]) => logger.info({ said: said.map(String) }, 'the S3 client warns');
  return { debug: nothing, info: nothing, warn, error: nothing };
}

/**
 * Whether the store says no more than that it is asked too often: then it is there. Were all replicas taken out for it, nothing
 * would be served at all. An answer without the id that S3 gives each request is of a proxy, which may have no store behind it.
 */
function asksForLess(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { httpStatusCode: status, requestId } = error.$metadata;
  return (status === 429 || status === 503) && requestId !== undefined;
}

/** The answer to a HEAD has no body, so the SDK can only say that the error is unknown: its status says more. */
function explained(error: unknown): unknown {
  if (!(error instanceof S3ServiceException)) return error;
  const status = error.$metadata.httpStatusCode;
  if (status === undefined) return error;
  const meaning = status >= 500 ? 'the object store is overloaded, or has failed' : STATUS_MEANINGS.get(status);
  return meaning === undefined ? error : new Error(meaning, { cause: error });
}
