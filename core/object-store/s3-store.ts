import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ObjectNotFound, type ObjectStore } from './object-store.ts';

/** An object store in an S3 bucket. Credentials come from where the AWS SDK looks for them. */
export function s3Store(bucket: string, endpoint: string | undefined, region: string): ObjectStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestHandler: { connectionTimeout: 3000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  });
  return {
    async put(key, bytes, mediaType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mediaType }));
    },

    async get(key, part) {
      try {
        const range = part === undefined ? {} : { Range: `bytes=${part.first}-${part.last}` };
        const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...range }));
        if (!(Body instanceof Readable) || ContentLength === undefined) throw new Error(`no body for ${key}`);
        return { bytes: ContentLength, stream: Body };
      } catch (error) {
        if (error instanceof NoSuchKey) throw new ObjectNotFound(key);
        throw error;
      }
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    async check() {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },

    close() {
      client.destroy();
    },
  };
}
